import type { ModelFile, ModelRecord } from '#domain/models/model-record.ts'
import type { KeptModelFile, ModelFiles } from '../model-files-port.ts'
import { cacheKeyOf, manifestCache, manifestName, manifestUrl } from './cache-keys.ts'
import { keptBytes } from './kept-bytes.ts'

/** The files of a model that was made here, as they lie in WebLLM's caches, and its manifest as it was written. */
export function cacheModelFiles(caches: Pick<CacheStorage, 'open'>): ModelFiles {
  async function open(cache: string, url: string): Promise<Response | null> {
    return (await (await caches.open(cache)).match(url)) ?? null
  }

  async function manifestOf(model: ModelRecord): Promise<KeptModelFile> {
    const openManifest = (): Promise<Response | null> => open(manifestCache, manifestUrl(model))
    const kept = await openManifest()
    return { name: manifestName, bytes: kept === null ? 0 : await keptBytes(kept), open: openManifest }
  }

  return {
    async list(model) {
      const files = [...model.files].sort((a, b) => Number(isIndex(a)) - Number(isIndex(b)))
      const listed = files.map((file): KeptModelFile => {
        const { cache, url } = cacheKeyOf(model, file)
        return { name: file.path, bytes: file.bytes, open: () => open(cache, url) }
      })
      return [...listed, await manifestOf(model)]
    },
  }
}

function isIndex({ kind }: ModelFile): boolean {
  return kind === 'tensorIndex'
}
