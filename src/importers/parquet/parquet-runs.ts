/** A page of a column once it is decompressed, and how far it has been gone through. */
export interface PageCursor {
  readonly page: Uint8Array
  at: number
}

/** Writers fill the last run up to a multiple of eight, and some to a whole miniblock. */
const mostPadding = 512

/**
 * Goes through as many values as parquet's hybrid of runs and packed bits holds, and counts those that are `wanted`. Null when
 * its runs claim more values than there are, or more bytes than the page has: hyparquet would write out what they claim.
 * https://parquet.apache.org/docs/file-format/data-pages/encodings/#RLE
 *
 * @param width bits of a value; only values of up to 8 bits are counted
 */
export function countInRuns(cursor: PageCursor, width: number, values: number, wanted: number): number | null {
  if (width > 32) return null
  let count = 0
  for (let seen = 0; seen < values;) {
    const header = varint(cursor)
    if (header === null) return null
    const isPacked = (header & 1) === 1
    const length = isPacked ? (header >>> 1) * 8 : header >>> 1
    if (length > values - seen + mostPadding) return null
    const bytes = isPacked ? Math.max(1, (length * width) / 8) : Math.ceil(width / 8)
    if (width > 0 && cursor.at + bytes > cursor.page.length) return null
    const here = Math.min(length, values - seen)
    if (isPacked) count += countPacked(cursor, width, here, wanted)
    else if (numberAt(cursor, bytes) === wanted) count += here
    cursor.at += bytes
    seen += length
  }
  return count
}

function countPacked({ page, at }: PageCursor, width: number, values: number, wanted: number): number {
  if (width > 8) return 0
  const mask = 2 ** width - 1
  let count = 0
  for (let index = 0; index < values; index++) {
    const bit = index * width
    const place = at + (bit >> 3)
    const pair = (page[place] ?? 0) | ((page[place + 1] ?? 0) << 8)
    if (((pair >> (bit & 7)) & mask) === wanted) count += 1
  }
  return count
}

function numberAt({ page, at }: PageCursor, bytes: number): number {
  let value = 0
  for (let index = 0; index < bytes; index++) value += (page[at + index] ?? 0) * 256 ** index
  return value
}

/** An unsigned number of up to 32 bits; null where the page ends in it. */
export function varint(cursor: PageCursor): number | null {
  let value = 0
  for (let index = 0; index < 5; index++) {
    const byte = cursor.page[cursor.at]
    if (byte === undefined) return null
    cursor.at += 1
    value += (byte & 0x7f) * 2 ** (7 * index)
    if (byte < 0x80) return value < 2 ** 31 ? value : null
  }
  return null
}
