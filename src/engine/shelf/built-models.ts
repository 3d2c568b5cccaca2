import type { BuiltModel } from '#domain/models/built-model.ts'
import { parseManifest } from '#domain/models/built-model.ts'
import { manifestCache } from './cache-keys.ts'

/** Every model that was made whole on this machine; a manifest that cannot be read stands for none. */
export async function readBuiltModels(caches: Pick<CacheStorage, 'open'>): Promise<readonly BuiltModel[]> {
  const cache = await caches.open(manifestCache)
  const models: BuiltModel[] = []
  for (const { url } of await cache.keys()) {
    const named = /\/([^/]+)\/resolve\/([^/]+)\/[^/]+$/.exec(new URL(url).pathname)
    const kept = await cache.match(url)
    if (kept === undefined || named?.[1] === undefined || named[2] === undefined) continue
    const parsed = parseManifest(await kept.json().catch(() => null))
    if (parsed.ok) models.push({ buildId: named[1], version: named[2], manifest: parsed.value })
  }
  return models
}
