import { inflateSync } from 'fflate'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { crc32 } from '../crc32.ts'

/** One file of a zip file, as the central directory at its end lists it. Sizes are in bytes. */
export interface ZipEntry {
  readonly name: string
  /** 0 is stored, 8 is deflated. */
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  /** Where its own header stands. */
  readonly at: number
}

/**
 * The files that a zip file holds (PKWARE APPNOTE 6.3.10, 4.3), with the numbers of zip64 where there are more than 65,535 of
 * them, as in decks with many pictures. Null when its central directory is not whole.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = viewOf(bytes)
  const directory = directoryOf(view)
  if (directory === null) return null
  const entries: ZipEntry[] = []
  let at = directory.at
  for (let index = 0; index < directory.entries; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/**
 * What a file of the zip file holds. Its size is looked at before anything is allocated for it, and the checksum afterwards.
 *
 * @param limit bytes that it may have
 */
export function unzipEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  limit: number,
): Result<Uint8Array, 'damaged' | 'tooLarge' | 'unsupported'> {
  if (entry.isEncrypted || (entry.method !== 0 && entry.method !== 8)) return fail('unsupported')
  if (entry.size > limit) return fail('tooLarge')
  const packed = packedBytes(bytes, entry)
  if (packed === null) return fail('damaged')
  const content = entry.method === 0 ? packed : inflated(packed, entry.size)
  return content?.length === entry.size && crc32(content) === entry.crc ? succeed(content) : fail('damaged')
}

/** A byte of deflated data is at most 1,032 bytes of content: 258 for two bits. */
const maxDeflation = 1_032

function inflated(packed: Uint8Array, size: number): Uint8Array | null {
  if (size > packed.length * maxDeflation) return null
  try {
    return inflateSync(packed, { out: new Uint8Array(size) })
  } catch {
    return null
  }
}

function packedBytes(bytes: Uint8Array, { at, packedSize }: ZipEntry): Uint8Array | null {
  const view = viewOf(bytes)
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== 0x04034b50) return null
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  return start + packedSize > bytes.length ? null : bytes.subarray(start, start + packedSize)
}

interface Directory {
  readonly entries: number
  readonly at: number
}

/** The record that ends a zip file has 22 bytes and a comment of at most 65,535. */
function directoryOf(view: DataView): Directory | null {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 65_535); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    const directory = { entries: view.getUint16(at + 10, true), at: view.getUint32(at + 16, true) }
    const isInZip64 = directory.entries === 0xffff || directory.at === 0xffffffff
    return isInZip64 ? directoryOfZip64(view, at - 20) : directory
  }
  return null
}

function directoryOfZip64(view: DataView, locator: number): Directory | null {
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return null
  const at = Number(view.getBigUint64(locator + 8, true))
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== 0x06064b50) return null
  return { entries: Number(view.getBigUint64(at + 32, true)), at: Number(view.getBigUint64(at + 48, true)) }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
