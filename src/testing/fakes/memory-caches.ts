/** The Cache API as far as the model shelf needs it, forgetting. */
export interface MemoryCaches extends Pick<CacheStorage, 'open'> {
  /** The bytes under a key, for looking at and for damaging. */
  bytes(cache: string, url: string): Uint8Array | undefined
  /** From now on every `put` fails as a full disk does. */
  fillDisk(): void
}

export function memoryCaches(): MemoryCaches {
  const stored = new Map<string, { readonly bytes: Uint8Array<ArrayBuffer>; readonly headers: Headers }>()
  let isFull = false
  return {
    open(name) {
      const keyOf = (request: RequestInfo | URL): string => `${name} ${requestUrl(request)}`
      const cache: Pick<Cache, 'match' | 'put' | 'delete' | 'keys'> = {
        match(request) {
          const kept = stored.get(keyOf(request))
          return Promise.resolve(kept === undefined ? undefined : new Response(kept.bytes, { headers: kept.headers }))
        },
        async put(request, response) {
          if (isFull) throw new DOMException('No room', 'QuotaExceededError')
          const { headers } = response
          stored.set(keyOf(request), { bytes: new Uint8Array(await response.arrayBuffer()), headers })
        },
        keys() {
          const urls = [...stored.keys()]
            .filter((key) => key.startsWith(`${name} `))
            .map((key) => key.slice(name.length + 1))
          return Promise.resolve(urls.map((url) => new Request(url)))
        },
        delete: (request) => Promise.resolve(stored.delete(keyOf(request))),
      }
      return Promise.resolve(cache as Cache)
    },
    bytes: (cache, url) => stored.get(`${cache} ${url}`)?.bytes,
    fillDisk: () => void (isFull = true),
  }
}

function requestUrl(request: RequestInfo | URL): string {
  if (typeof request === 'string') return request
  return request instanceof URL ? request.href : request.url
}
