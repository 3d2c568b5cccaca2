import type { BuiltModel } from '#domain/models/built-model.ts'
import { parseManifest } from '#domain/models/built-model.ts'
import { manifestCache } from './cache-keys.ts'
import { readAddress } from './read-address.ts'

/** Every model that was made whole on this machine; a manifest that cannot be read stands for none. */
export async function readBuiltModels(caches: Pick<CacheStorage, 'open' | 'has'>): Promise<readonly BuiltModel[]> {
  // Opening a cache makes it, and its being there is how a start knows that there is something to learn.
  if (!(await caches.has(manifestCache))) return []
  const cache = await caches.open(manifestCache)
  const models: BuiltModel[] = []
  for (const { url } of await cache.keys()) {
    const address = readAddress(url)
    const kept = await cache.match(url)
    if (kept === undefined || address === null) continue
    const parsed = parseManifest(await kept.json().catch(() => null))
    if (parsed.ok) models.push({ buildId: address.id, version: address.version, manifest: parsed.value })
  }
  return models
}
