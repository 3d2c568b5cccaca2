import type { ModelFile, ModelLibrary, ModelRecord } from '#domain/models/model-record.ts'
import type { ModelPresence, ModelShelf } from '../model-shelf-port.ts'
import { cacheKeyOf, manifestCache, manifestUrl } from './cache-keys.ts'

/** The model shelf over the Cache API, where WebLLM looks for its files. */
export function cacheShelf(caches: Pick<CacheStorage, 'open'>): ModelShelf {
  async function isKept(model: ModelRecord, file: ModelFile | ModelLibrary): Promise<boolean> {
    const key = cacheKeyOf(model, file)
    return (await (await caches.open(key.cache)).match(key.url)) !== undefined
  }

  return {
    async inspect(model): Promise<ModelPresence> {
      const files = await Promise.all(model.files.map((file) => isKept(model, file)))
      const libraries = await Promise.all(model.libraries.map((library) => isKept(model, library)))
      return {
        keptBytes: keptBytes(model.files, files) + keptBytes(model.libraries, libraries),
        whole: files.every(Boolean) && libraries.some(Boolean),
        hasFiles: files.every(Boolean),
      }
    },
    async forget(model) {
      // Its manifest goes first, so that what is left of an interrupted removal does not look like a model.
      if (model.made !== undefined) {
        await (await caches.open(manifestCache)).delete(manifestUrl(model))
      }
      for (const file of [...model.files, ...model.libraries]) {
        const key = cacheKeyOf(model, file)
        await (await caches.open(key.cache)).delete(key.url)
      }
    },
  }
}

function keptBytes(files: readonly { readonly bytes: number }[], kept: readonly boolean[]): number {
  return files.reduce((sum, file, index) => sum + (kept[index] === true ? file.bytes : 0), 0)
}
