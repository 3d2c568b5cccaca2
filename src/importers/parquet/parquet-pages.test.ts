import { describe, expect, it } from 'vitest'
import type { PageLayout } from './parquet-pages.ts'
import { objectionToPages } from './parquet-pages.ts'

const optionalNumbers: PageLayout = {
  ...{ codec: 'UNCOMPRESSED', type: 'INT32', typeLength: 0, maxRepetition: 0, maxDefinition: 1 },
}
const words: PageLayout = { ...optionalNumbers, type: 'BYTE_ARRAY', maxDefinition: 0 }
const plenty = { bytes: 1_000_000, values: 1_000 }
const [plain, dictionary, lengths, byteArrays] = [0, 8, 6, 7]

/** A struct of whole numbers in Thrift's compact protocol: the first field, the second, …; null where one is missing. */
function struct(...fields: readonly (number | null | readonly number[])[]): readonly number[] {
  const written = fields.flatMap((field, index) => {
    if (field === null) return []
    return typeof field === 'number'
      ? [0x05, ...varint((index + 1) * 2), ...varint(field * 2)]
      : [0x0c, ...varint((index + 1) * 2), ...field]
  })
  return [...written, 0]
}

function varint(value: number): readonly number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]
}

/** A data page with so many values. */
function page(
  values: number | null,
  encoding: number,
  bytes: readonly number[],
  size = bytes.length,
): readonly number[] {
  return [...struct(0, size, bytes.length, null, struct(values, encoding, 3, 3)), ...bytes]
}

/** Levels of a page: how long their runs are, and the runs. */
function levels(...runs: readonly number[]): readonly number[] {
  return [runs.length, 0, 0, 0, ...runs]
}

function objection(layout: PageLayout, ...pages: readonly (readonly number[])[]): unknown {
  const found = objectionToPages(Uint8Array.from(pages.flat()), layout, { ...plenty })
  return found === null ? null : `${found.kind}: ${found.detail}`
}

/** Two values, of which one is there. */
const oneOfTwo = [...levels(3, 0b01), 7, 0, 0, 0]

describe('a page of a parquet file', () => {
  it('is sound when its numbers add up', () => {
    expect(objection(optionalNumbers, page(2, plain, oneOfTwo), page(2, plain, oneOfTwo))).toBeNull()
    expect(objection(optionalNumbers, page(9, plain, [...levels(18, 1), ...Array<number>(36).fill(0)]))).toBeNull()
  })

  it('says how long it is: without that, hyparquet would read the first byte for ever', () => {
    const header = struct(0, 4, null, null, struct(2, plain, 3, 3))
    expect(objection(optionalNumbers, [...header, ...oneOfTwo])).toBe('damaged: page header')
    expect(objection(optionalNumbers, page(null, plain, oneOfTwo))).toBe('damaged: page header')
    expect(objection(optionalNumbers, page(2, plain, oneOfTwo).slice(0, -1))).toBe('damaged: page header')
  })

  it('repeats a level only as often as it has values', () => {
    expect(objection(optionalNumbers, page(2, plain, levels(...varint(2 ** 30), 1)))).toBe('damaged: page')
    expect(objection(optionalNumbers, page(2, plain, levels(...varint(2 ** 30 + 1), 1)))).toBe('damaged: page')
    expect(objection(optionalNumbers, page(2, plain, []))).toBe('damaged: page')
  })

  it('repeats an index only as often as it has values, and only after a dictionary', () => {
    const entries = [...struct(2, 5, 5, null, null, null, struct(1, plain)), 1, 0, 0, 0, 0x41]
    const indexes = page(2, dictionary, [1, 4, 0])
    expect(objection(words, entries, indexes)).toBeNull()
    expect(objection(words, indexes)).toBe('damaged: dictionary')
    expect(objection(words, entries, page(2, dictionary, [1, ...varint(2 ** 30), 0]))).toBe('damaged: dictionary')
    expect(objection(words, struct(2, 0, 0, null, null, null, struct(2 ** 24, plain)))).toBe('tooLarge: pages')
  })

  it('has deltas in blocks that lead on', () => {
    expect(objection(words, page(1, lengths, [128, 1, 4, 1, 2, 0x41]))).toBeNull()
    expect(objection(words, page(1, lengths, [128, 1, 0, 1, 2]))).toBe('damaged: page')
    expect(objection(words, page(1, lengths, [0, 4, 1, 2]))).toBe('damaged: page')
    expect(objection(words, page(1, lengths, [...varint(2 ** 31 - 1), 4, 1, 2]))).toBe('damaged: page')
  })

  it('is not read in every encoding', () => {
    expect(objection(words, page(1, byteArrays, [128, 1, 4, 1, 2]))).toBe('unsupported: DELTA_BYTE_ARRAY')
    expect(objection(words, page(1, 77, []))).toBe('unsupported: encoding 77')
  })

  it('is no larger when it is decompressed than can come of its bytes', () => {
    expect(objection(words, page(1, plain, oneOfTwo, 20))).toBe('damaged: page')
    expect(objection({ ...words, codec: 'GZIP' }, page(1, plain, [31, 139, 8, 0], 900_000))).toBe('damaged: page')
    expect(objection({ ...words, codec: 'SNAPPY' }, page(1, plain, [...varint(2 ** 30), 0, 0x41], 1))).toBe(
      'damaged: page',
    )
    expect(objection({ ...words, codec: 'ZSTD' }, page(1, plain, [0x28, 0xb5, 0x2f, 0xfd], 2_000_000))).toBe(
      'tooLarge: pages',
    )
  })

  it('of the second version has fewer absent values than values, and levels within it', () => {
    const second = (nulls: number, definitions: number): readonly number[] => {
      const bytes = [3, 0b01, 7, 0, 0, 0]
      const inner = struct(2, nulls, 2, plain, definitions, 0)
      return [...struct(3, bytes.length, bytes.length, null, null, null, null, inner), ...bytes]
    }
    expect(objection(optionalNumbers, second(1, 2))).toBeNull()
    expect(objection(optionalNumbers, second(3, 2))).toBe('damaged: page')
    expect(objection(optionalNumbers, second(1, 7))).toBe('damaged: page')
  })
})
