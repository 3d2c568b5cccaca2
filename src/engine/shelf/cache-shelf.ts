import type { ModelFile, ModelLibrary, ModelRecord } from '#domain/models/model-record.ts'
import type { ModelPresence, ModelShelf } from '../model-shelf-port.ts'
import { cacheKeyOf } from './cache-keys.ts'
import { removeVersion } from './remove-version.ts'

/** The model shelf over the Cache API, where WebLLM looks for its files. */
export function cacheShelf(caches: Pick<CacheStorage, 'open' | 'has'>): ModelShelf {
  async function isKept(model: ModelRecord, file: ModelFile | ModelLibrary): Promise<boolean> {
    const key = cacheKeyOf(model, file)
    // By the keys: a response whose body nobody reads holds on to its room after the file is removed (Chromium).
    return (await (await caches.open(key.cache)).keys(key.url)).length > 0
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
    forget: (model) => removeVersion(caches, model),
  }
}

function keptBytes(files: readonly { readonly bytes: number }[], kept: readonly boolean[]): number {
  return files.reduce((sum, file, index) => sum + (kept[index] === true ? file.bytes : 0), 0)
}
