import { joinBytes } from '#lib/join-bytes.ts'
import { Decompress, decompress } from 'fzstd'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'

/** What a frame says of itself before anything of it is decompressed. */
interface ZstdFrame {
  /** The frame alone, without what follows it. */
  readonly bytes: Uint8Array
  /** Bytes; null where its writer did not know it when it began. */
  readonly contentSize: number | null
  /** How far back a copy may reach, in bytes: what is held in memory for a frame of unknown size. */
  readonly windowSize: number
}

/** RFC 8878 asks every decoder for 8 MiB; writers go beyond it only when told to (`--ultra`, `--long`). */
const maxWindow = 8 * 2 ** 20
const maxBlock = 128 * 2 ** 10

/**
 * Decompresses one Zstandard frame (RFC 8878) of at most `limit` bytes and allocates no more: a size that the frame states is
 * looked at first, and one that it does not state is counted on the way. `unsupported` is a window of more than 8 MiB.
 */
export function unzstd(bytes: Uint8Array, limit: number): Result<Uint8Array, 'damaged' | 'tooLarge' | 'unsupported'> {
  const frame = readFrame(bytes)
  if (frame === null) return fail('damaged')
  if ((frame.contentSize ?? 0) > limit) return fail('tooLarge')
  if (frame.contentSize === null && frame.windowSize > maxWindow) return fail('unsupported')
  try {
    if (frame.contentSize !== null) return succeed(decompress(frame.bytes, new Uint8Array(frame.contentSize)))
    return succeed(joinBytes(chunksOf(frame.bytes, limit)))
  } catch (error) {
    return fail(error === beyondLimit ? 'tooLarge' : 'damaged')
  }
}

/** The content of a frame that is to be `length` bytes long; null when it is not, or is damaged. */
export function unzstdExactly(bytes: Uint8Array, length: number): Uint8Array | null {
  const frame = readFrame(bytes)
  if (frame === null || (frame.contentSize ?? length) !== length) return null
  try {
    return decompress(frame.bytes, new Uint8Array(length))
  } catch {
    return null
  }
}

/** Thrown from within fzstd to make it stop. */
const beyondLimit = new Error('more than the limit')

function chunksOf(frame: Uint8Array, limit: number): readonly Uint8Array[] {
  const chunks: Uint8Array[] = []
  let total = 0
  const stream = new Decompress((chunk) => {
    total += chunk.length
    if (total > limit) throw beyondLimit
    chunks.push(chunk)
  })
  stream.push(frame, true)
  return chunks
}

/** The frame at the beginning of the bytes (RFC 8878, 3.1.1), or null where none is whole. */
function readFrame(bytes: Uint8Array): ZstdFrame | null {
  if (bytes.length < 9 || numberAt(bytes, 0, 4) !== 0xfd2fb528) return null
  const flags = bytes[4] ?? 0
  const isSingleSegment = (flags & 0x20) !== 0
  const afterWindow = isSingleSegment ? 5 : 6
  const sizeAt = afterWindow + ([0, 1, 2, 4][flags & 3] ?? 0)
  const sizeBytes = flags >> 6 === 0 ? Number(isSingleSegment) : 2 ** (flags >> 6)
  const contentSize = sizeBytes === 0 ? null : numberAt(bytes, sizeAt, sizeBytes) + (sizeBytes === 2 ? 256 : 0)
  const end = endOfBlocks(bytes, sizeAt + sizeBytes)
  const afterChecksum = end + ((flags & 4) === 0 ? 0 : 4)
  if (end < 0 || afterChecksum > bytes.length) return null
  const windowSize = isSingleSegment ? (contentSize ?? 0) : windowOf(bytes[5] ?? 0)
  return { bytes: bytes.subarray(0, afterChecksum), contentSize, windowSize }
}

function windowOf(descriptor: number): number {
  return 2 ** (10 + (descriptor >> 3)) * (1 + (descriptor & 7) / 8)
}

/** Goes from the header of one block to that of the next, up to the end of the last; -1 when there is no last one. */
function endOfBlocks(bytes: Uint8Array, start: number): number {
  for (let at = start; at + 3 <= bytes.length;) {
    const header = numberAt(bytes, at, 3)
    const size = header >> 3
    if (size > maxBlock) return -1
    const isRepeatedByte = ((header >> 1) & 3) === 1
    at += 3 + (isRepeatedByte ? 1 : size)
    if ((header & 1) === 1) return at
  }
  return -1
}

/** An unsigned number of up to eight bytes, the lowest first; bytes beyond the end are 0. */
function numberAt(bytes: Uint8Array, at: number, length: number): number {
  let value = 0
  for (let index = length - 1; index >= 0; index--) value = value * 256 + (bytes[at + index] ?? 0)
  return value
}
