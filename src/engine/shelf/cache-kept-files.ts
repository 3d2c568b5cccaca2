import type { KeptVersion } from '#domain/models/kept.ts'
import type { KeptFiles } from '../kept-files-port.ts'
import { manifestCache, modelCaches } from './cache-keys.ts'
import { keptBytes } from './kept-bytes.ts'
import type { ReadAddress } from './read-address.ts'
import { readAddress } from './read-address.ts'
import { removeVersion } from './remove-version.ts'

interface FoundFile extends ReadAddress {
  readonly cache: string
  readonly url: string
}

/** What is kept of models in the Cache API, by the addresses alone. */
export function cacheKeptFiles(caches: Pick<CacheStorage, 'open' | 'has'>): KeptFiles {
  async function find(): Promise<readonly FoundFile[]> {
    const found = await Promise.all(
      [manifestCache, ...modelCaches].map(async (cache) => {
        if (!(await caches.has(cache))) return []
        const keys = await (await caches.open(cache)).keys()
        return keys.flatMap(({ url }) => {
          const address = readAddress(url)
          return address === null ? [] : [{ ...address, cache, url }]
        })
      }),
    )
    return found.flat()
  }

  async function measure({ cache, url }: FoundFile): Promise<number> {
    const kept = await (await caches.open(cache)).match(url)
    return kept === undefined ? 0 : keptBytes(kept)
  }

  async function list(): Promise<readonly KeptVersion[]> {
    const files = await find()
    const sizes = await Promise.all(files.map(measure))
    const versions = new Map<string, KeptVersion>()
    for (const [index, { id, version, cache }] of files.entries()) {
      const key = `${id}/${version}`
      const before = versions.get(key)
      versions.set(key, {
        modelId: id,
        version,
        bytes: (before?.bytes ?? 0) + (sizes[index] ?? 0),
        hasManifest: before?.hasManifest === true || cache === manifestCache,
      })
    }
    return [...versions.values()]
  }

  return {
    list,
    modelIds: async () => new Set((await find()).map(({ id }) => id)),
    remove: ({ modelId, version }) => removeVersion(caches, { id: modelId, version }),
    async removeUnfinished(modelId) {
      for (const { version, hasManifest, modelId: id } of await list()) {
        if (id === modelId && !hasManifest) await removeVersion(caches, { id, version })
      }
    },
  }
}
