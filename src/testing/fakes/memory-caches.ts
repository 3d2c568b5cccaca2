/** The Cache API as far as the model shelf needs it, forgetting. */
export interface MemoryCaches extends Pick<CacheStorage, 'open' | 'has'> {
  /** The bytes under a key, for looking at and for damaging. */
  bytes(cache: string, url: string): Uint8Array | undefined
  /** Of everything that is kept, and of what was removed while somebody could still read it: so Chromium counts. */
  totalBytes(): number
  /** Takes everything away, as a browser does with an origin when the disk fills up. */
  evict(): void
  /** From now on every `put` fails as a full disk does. */
  fillDisk(): void
}

interface Stored {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly headers: Headers
  /** Responses that were given out of it. */
  readonly given: Response[]
}

export function memoryCaches(): MemoryCaches {
  const stored = new Map<string, Stored>()
  const removed: Stored[] = []
  const opened = new Set<string>()
  let isFull = false

  function openCache(name: string): Pick<Cache, 'match' | 'put' | 'delete' | 'keys'> {
    const keyOf = (request: RequestInfo | URL): string => `${name} ${requestUrl(request)}`
    return {
      match(request) {
        const kept = stored.get(keyOf(request))
        if (kept === undefined) return Promise.resolve(undefined)
        const response = new Response(kept.bytes, { headers: kept.headers })
        kept.given.push(response)
        return Promise.resolve(response)
      },
      async put(request, response) {
        if (isFull) throw new DOMException('No room', 'QuotaExceededError')
        const { headers } = response
        stored.set(keyOf(request), { bytes: new Uint8Array(await response.arrayBuffer()), headers, given: [] })
      },
      keys(request) {
        const all = [...stored.keys()].filter((key) => key.startsWith(`${name} `))
        const wanted = request === undefined ? all : all.filter((key) => key === keyOf(request))
        return Promise.resolve(wanted.map((key) => new Request(key.slice(name.length + 1))))
      },
      delete(request) {
        const kept = stored.get(keyOf(request))
        if (kept !== undefined) removed.push(kept)
        return Promise.resolve(stored.delete(keyOf(request)))
      },
    }
  }

  return {
    has: (name) => Promise.resolve(opened.has(name)),
    open(name) {
      opened.add(name)
      return Promise.resolve(openCache(name) as Cache)
    },
    bytes: (cache, url) => stored.get(`${cache} ${url}`)?.bytes,
    totalBytes() {
      const held = removed.filter(({ given }) => given.some(({ bodyUsed }) => !bodyUsed))
      return [...stored.values(), ...held].reduce((sum, { bytes }) => sum + bytes.length, 0)
    },
    evict() {
      stored.clear()
      opened.clear()
    },
    fillDisk: () => void (isFull = true),
  }
}

function requestUrl(request: RequestInfo | URL): string {
  if (typeof request === 'string') return request
  return request instanceof URL ? request.href : request.url
}
