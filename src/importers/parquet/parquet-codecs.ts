import type { CompressionCodec, Compressors } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { unzstdExactly } from '../zstd.ts'

/** Bytes that a byte of a page can be at most when it is decompressed: how far the size that the page states is believed. */
const mostPerByte: Readonly<Record<Codec, number>> = {
  UNCOMPRESSED: 1,
  SNAPPY: 22,
  GZIP: 1_032,
  LZ4: 255,
  LZ4_RAW: 255,
  // A block of a few bytes may stand for 128 KiB and 16 MiB: there the limit of the whole file counts.
  ZSTD: Infinity,
  BROTLI: Infinity,
}

export type Codec = Exclude<CompressionCodec, 'LZO'>

export function isCodec(name: string): name is Codec {
  return Object.hasOwn(mostPerByte, name)
}

/** A page as it was before it was compressed; null where it is not `length` bytes long, or is damaged. */
export function decompressPage(codec: Codec, packed: Uint8Array, length: number): Uint8Array | null {
  if (length > packed.length * mostPerByte[codec] + 64) return null
  if (codec === 'UNCOMPRESSED') return packed.length === length ? packed : null
  if (codec === 'ZSTD') return unzstdExactly(packed, length)
  // Its WebAssembly goes by this number and not by ours.
  if (codec === 'SNAPPY' && lengthInSnappy(packed) !== length) return null
  try {
    const page = compressors[codec]?.(packed, length)
    return page?.length === length ? page : null
  } catch {
    return null
  }
}

/** What hyparquet is given to decompress pages with. */
export const pageCompressors: Compressors = Object.fromEntries(
  Object.keys(mostPerByte)
    .filter(isCodec)
    .map((codec) => [codec, orThrow(codec)]),
)

function orThrow(codec: Codec): (packed: Uint8Array, length: number) => Uint8Array {
  return (packed, length) => {
    const page = decompressPage(codec, packed, length)
    if (page === null) throw new Error(`damaged ${codec} page`)
    return page
  }
}

/** https://github.com/google/snappy/blob/main/format_description.txt: the length stands first, seven bits to a byte. */
function lengthInSnappy(packed: Uint8Array): number {
  let length = 0
  for (const [index, byte] of packed.subarray(0, 5).entries()) {
    length += (byte & 0x7f) * 2 ** (7 * index)
    if (byte < 0x80) return length
  }
  return -1
}
