import type { ModelRecord } from '#domain/models/model-record.ts'
import { manifestCache, modelAddress, modelCaches } from './cache-keys.ts'

/**
 * Frees everything under the address of one version of a model. Its manifest goes first, so that what is left of an
 * interrupted removal does not look like a model.
 */
export async function removeVersion(
  caches: Pick<CacheStorage, 'open' | 'has'>,
  model: Pick<ModelRecord, 'id' | 'version'>,
): Promise<void> {
  const address = modelAddress(model)
  for (const name of [manifestCache, ...modelCaches]) {
    if (!(await caches.has(name))) continue
    const cache = await caches.open(name)
    for (const { url } of await cache.keys()) if (url.startsWith(address)) await cache.delete(url)
  }
}
