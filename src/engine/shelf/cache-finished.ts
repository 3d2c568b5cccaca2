import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import { kindOfFile } from '#domain/models/built-model.ts'
import { cacheForKind, manifestCache, manifestName, modelAddress } from './cache-keys.ts'
import { keptBytes } from './kept-bytes.ts'

/** What a finished file is read from, piece by piece. */
export interface PiecewiseContent {
  readonly bytes: number
  read(at: number, length: number): Uint8Array<ArrayBuffer>
}

const pieceBytes = 4 * 2 ** 20

/** Where the files of a model that is made on this machine go: WebLLM's caches, under the build's own address. */
export function cacheFinished(
  caches: Pick<CacheStorage, 'open'>,
  address: { readonly id: string; readonly version: string },
) {
  const keyOf = (name: string) => ({
    cache: name === manifestName ? manifestCache : cacheForKind(kindOfFile(name)),
    url: modelAddress(address) + name,
  })

  return {
    async put(
      { name, bytes }: { readonly name: string; readonly bytes: number },
      content: PiecewiseContent,
    ): Promise<Result<void, SupplyFailure>> {
      const key = keyOf(name)
      try {
        const cache = await caches.open(key.cache)
        await cache.put(key.url, new Response(streamOf(content), { headers: { 'content-length': String(bytes) } }))
        return succeed(undefined)
      } catch (error) {
        return fail(explainPut(error, bytes))
      }
    },
    async has(name: string, bytes: number): Promise<boolean> {
      const key = keyOf(name)
      const kept = await (await caches.open(key.cache)).match(key.url)
      return kept !== undefined && (await keptBytes(kept)) === bytes
    },
  }
}

function streamOf(content: PiecewiseContent): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      const length = Math.min(pieceBytes, content.bytes - at)
      if (length > 0) controller.enqueue(content.read(at, length))
      at += length
      if (at >= content.bytes) controller.close()
    },
  })
}

/** What a write to a cache that failed means. */
export function explainPut(error: unknown, bytes: number): SupplyFailure {
  return error instanceof DOMException && error.name === 'QuotaExceededError'
    ? { kind: 'storageFull', neededBytes: bytes }
    : { kind: 'storageUnavailable', detail: String(error) }
}
