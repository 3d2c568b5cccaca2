import { closeSync, openSync, readSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { corsHeaders } from './fake-hub-answers.ts'
import type { FakeContent } from './fake-hub-repository.ts'
import { contentBytes, etagOf } from './fake-hub-repository.ts'

/** How an answer goes wrong. */
export type Misdeed =
  /** The connection breaks after so many bytes of the body. */
  | { readonly kind: 'cut'; readonly after: number }
  /** The connection breaks before any answer. */
  | { readonly kind: 'hangUp' }
  /** After so many bytes of the body, nothing comes any more; the connection stays. */
  | { readonly kind: 'stall'; readonly after: number }
  /** No answer at all; the connection stays. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  | { readonly kind: 'redirectLoop' }
  /** So many bytes fewer than were asked for; says so, or ends early without saying so. */
  | { readonly kind: 'shorter'; readonly by: number; readonly saysSo: boolean }
  /** Bytes after the last one that was asked for. */
  | { readonly kind: 'longer'; readonly by: number }
  /** One bit of this byte of the body is another one. */
  | { readonly kind: 'flip'; readonly at: number }
  /** The whole file instead of the range. */
  | { readonly kind: 'whole' }
  /** A range that was not asked for: so many bytes further on. */
  | { readonly kind: 'elsewhere'; readonly by: number }
  | { readonly kind: 'etag'; readonly etag: string }

export interface Sending {
  readonly content: FakeContent
  readonly range: { readonly begin: number; readonly end: number } | null
  readonly misdeed: Misdeed | null
  readonly isHead: boolean
  readonly onSent: (bytes: number) => void
}

/** Bytes that are written at once. */
const chunkBytes = 64 * 1024

/** A file, or a range of it, as a static host sends it. */
export function sendFile({ content, range, misdeed, isHead, onSent }: Sending, response: ServerResponse): void {
  const total = contentBytes(content)
  const isPart = range !== null && misdeed?.kind !== 'whole'
  if (isPart && range.begin >= total) {
    response.writeHead(416, { ...corsHeaders, 'content-range': `bytes */${total}`, 'content-length': 0 }).end()
    return
  }
  const shift = misdeed?.kind === 'elsewhere' ? misdeed.by : 0
  const begin = isPart ? Math.min(total - 1, range.begin + shift) : 0
  const asked = isPart ? Math.min(total, range.end + shift) : total
  const said = misdeed?.kind === 'shorter' && misdeed.saysSo ? Math.max(begin + 1, asked - misdeed.by) : asked
  const headers: Record<string, string | number> = {
    ...corsHeaders,
    'content-type': 'application/octet-stream',
    'accept-ranges': 'bytes',
    etag: misdeed?.kind === 'etag' ? misdeed.etag : etagOf(content),
    ...(isPart ? { 'content-range': `bytes ${begin}-${said - 1}/${total}` } : {}),
    // Without a length the body is sent in chunks, so that only the range says how long it should be.
    ...(isUntrue(misdeed) ? {} : { 'content-length': said - begin }),
  }
  response.writeHead(isPart ? 206 : 200, headers)
  if (isHead) response.end()
  else void sendBody({ content, begin, end: said, misdeed, onSent }, response)
}

/** Whether the body is of another length than its headers say. */
function isUntrue(misdeed: Misdeed | null): boolean {
  return misdeed?.kind === 'longer' || (misdeed?.kind === 'shorter' && !misdeed.saysSo)
}

async function sendBody(
  { content, begin, end, misdeed, onSent }: Omit<Sending, 'range' | 'isHead'> & { begin: number; end: number },
  response: ServerResponse,
): Promise<void> {
  let last = end
  if (misdeed?.kind === 'cut' || misdeed?.kind === 'stall') last = Math.min(end, begin + misdeed.after)
  if (misdeed?.kind === 'shorter' && !misdeed.saysSo) last = Math.max(begin, end - misdeed.by)
  const source = openContent(content)
  try {
    for (let at = begin; at < last && !response.destroyed; at += chunkBytes) {
      const chunk = source.read(at, Math.min(chunkBytes, last - at))
      if (misdeed?.kind === 'flip') flipBit(chunk, begin + misdeed.at - at)
      if (await written(response, chunk)) onSent(chunk.length)
    }
  } finally {
    source.close()
  }
  if (misdeed?.kind === 'longer' && (await written(response, new Uint8Array(misdeed.by)))) onSent(misdeed.by)
  if (misdeed?.kind === 'stall') response.flushHeaders()
  else if (misdeed?.kind === 'cut') {
    response.flushHeaders()
    response.socket?.destroySoon()
  } else response.end()
}

function flipBit(chunk: Uint8Array, at: number): void {
  const byte = chunk[at]
  if (byte !== undefined) chunk[at] = byte ^ 1
}

/** Whether it was handed to the network before the other side went away. */
function written(response: ServerResponse, chunk: Uint8Array): Promise<boolean> {
  if (response.destroyed) return Promise.resolve(false)
  return new Promise((resolve) => {
    const onClose = (): void => resolve(false)
    response.once('close', onClose)
    response.write(chunk, (error) => {
      response.off('close', onClose)
      resolve(!error)
    })
  })
}

function openContent(content: FakeContent): {
  read: (at: number, length: number) => Uint8Array
  close: () => void
} {
  if (content instanceof Uint8Array)
    return { read: (at, length) => content.slice(at, at + length), close: () => undefined }
  const file = openSync(content.path, 'r')
  return {
    read(at, length) {
      const chunk = new Uint8Array(length)
      return chunk.subarray(0, readSync(file, chunk, 0, length, at))
    },
    close: () => closeSync(file),
  }
}
