/** The Cache API as far as the model shelf needs it, forgetting. */
export interface MemoryCaches extends Pick<CacheStorage, 'open'> {
  /** The bytes under a key, for looking at and for damaging. */
  bytes(cache: string, url: string): Uint8Array | undefined
  /** From now on every `put` fails as a full disk does. */
  fillDisk(): void
}

export function memoryCaches(): MemoryCaches {
  const stored = new Map<string, Uint8Array<ArrayBuffer>>()
  let isFull = false
  return {
    open(name) {
      const keyOf = (request: RequestInfo | URL): string => `${name} ${requestUrl(request)}`
      const cache: Pick<Cache, 'match' | 'put' | 'delete'> = {
        match(request) {
          const bytes = stored.get(keyOf(request))
          return Promise.resolve(bytes === undefined ? undefined : new Response(bytes))
        },
        async put(request, response) {
          if (isFull) throw new DOMException('No room', 'QuotaExceededError')
          stored.set(keyOf(request), new Uint8Array(await response.arrayBuffer()))
        },
        delete: (request) => Promise.resolve(stored.delete(keyOf(request))),
      }
      return Promise.resolve(cache as Cache)
    },
    bytes: (cache, url) => stored.get(`${cache} ${url}`),
    fillDisk: () => void (isFull = true),
  }
}

function requestUrl(request: RequestInfo | URL): string {
  if (typeof request === 'string') return request
  return request instanceof URL ? request.href : request.url
}
