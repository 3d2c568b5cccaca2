/**
 * How long what is kept in a cache is. A file that was kept here says so itself; one that came compressed says how long
 * the way was, so it is read.
 *
 * The body is left neither open nor in a blob: Chromium frees the room of a file that is removed only once nobody can
 * read it any more, and even then tells of it only with the next change.
 */
export async function keptBytes(kept: Response): Promise<number> {
  const said = kept.headers.has('content-encoding') ? null : kept.headers.get('content-length')
  if (said === null || !/^\d+$/.test(said)) return countBytes(kept)
  await kept.body?.cancel()
  return Number(said)
}

async function countBytes(kept: Response): Promise<number> {
  const reader = kept.body?.getReader()
  let bytes = 0
  for (;;) {
    const chunk = await reader?.read()
    if (chunk?.value === undefined) return bytes
    bytes += chunk.value.length
  }
}

/** The bytes of everything in a cache; 0 where there is no such cache. */
export async function cacheBytes(caches: Pick<CacheStorage, 'open' | 'has'>, name: string): Promise<number> {
  if (!(await caches.has(name))) return 0
  const cache = await caches.open(name)
  const sizes = await Promise.all(
    (await cache.keys()).map(async (key) => {
      const kept = await cache.match(key)
      return kept === undefined ? 0 : keptBytes(kept)
    }),
  )
  return sizes.reduce((sum, bytes) => sum + bytes, 0)
}
