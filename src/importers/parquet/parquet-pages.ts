import type { ParquetType } from 'hyparquet'
import type { FileFault } from '#domain/importing/import-fault.ts'
import { damaged, unsupported } from '../file-faults.ts'
import type { Codec } from './parquet-codecs.ts'
import { decompressPage } from './parquet-codecs.ts'
import type { PageCursor } from './parquet-runs.ts'
import { countInRuns, varint } from './parquet-runs.ts'
import { tooLarge } from '../tables/table-limits.ts'
import type { ThriftStruct } from './thrift.ts'
import { readThrift } from './thrift.ts'

/** What the pages of a column are read by. */
export interface PageLayout {
  readonly codec: Codec
  readonly type: ParquetType
  /** Bytes of a value of fixed length; otherwise 0. */
  readonly typeLength: number
  /** How deep lists nest around a value, and how deep lists and values that may be absent. */
  readonly maxRepetition: number
  readonly maxDefinition: number
}

/** What is left to the pages of a file when they are decompressed. */
export interface PageBudget {
  bytes: number
  values: number
}

/**
 * Goes through the pages of one column chunk, to be done before hyparquet reads it: hyparquet believes what a page says of its
 * size, of how many values it has and how often one repeats, and a page that lies makes it fill the memory or go round for ever.
 * Null when they add up; otherwise `damaged`, `tooLarge`, or `unsupported` with the name of an encoding.
 * https://parquet.apache.org/docs/file-format/data-pages/
 */
export function objectionToPages(chunk: Uint8Array, layout: PageLayout, budget: PageBudget): FileFault | null {
  let hasDictionary = false
  for (let at = 0; at < chunk.length - 1;) {
    const read = readThrift(chunk, at)
    const header = read === null ? null : pageHeader(read.struct)
    if (read === null || header === null || read.end + header.packedSize > chunk.length) return damaged('page header')
    budget.bytes -= header.size
    budget.values -= header.values
    if (budget.bytes < 0 || budget.values < 0) return tooLarge(null, 'pages')
    const packed = chunk.subarray(read.end, read.end + header.packedSize)
    const objection = objectionToPage(packed, header, layout, hasDictionary)
    if (objection !== null) return objection
    hasDictionary ||= header.kind === 'dictionary'
    at = read.end + header.packedSize
  }
  return null
}

interface PageHeader {
  readonly kind: 'data' | 'dictionary' | 'dataV2'
  /** Bytes, decompressed and as it stands in the file. */
  readonly size: number
  readonly packedSize: number
  readonly values: number
  readonly encoding: number
  /** Of the second version only: absent values, bytes of the levels before the values, and whether these are compressed. */
  readonly nulls: number
  readonly repetitionBytes: number
  readonly definitionBytes: number
  readonly isCompressed: boolean
}

const kinds = ['data', 'index', 'dictionary', 'dataV2'] as const

/** `PageHeader` of parquet.thrift. Null where a number is missing or negative, and for an index, which has no values. */
function pageHeader(header: ThriftStruct): PageHeader | null {
  const kind = kinds[numberIn(header, 1) ?? -1]
  if (kind === undefined || kind === 'index') return null
  const inner = header.get({ data: 5, dictionary: 7, dataV2: 8 }[kind])
  if (!(inner instanceof Map)) return null
  const isV2 = kind === 'dataV2'
  const numbers = {
    ...{ size: numberIn(header, 2), packedSize: numberIn(header, 3), values: numberIn(inner, 1) },
    encoding: numberIn(inner, isV2 ? 4 : 2),
    nulls: isV2 ? numberIn(inner, 2) : 0,
    repetitionBytes: isV2 ? numberIn(inner, 6) : 0,
    definitionBytes: isV2 ? numberIn(inner, 5) : 0,
  }
  return areAllThere(numbers) ? { kind, ...numbers, isCompressed: inner.get(7) !== false } : null
}

function numberIn(struct: ThriftStruct, id: number): number | null {
  const value = struct.get(id)
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null
}

function areAllThere<K extends string>(
  numbers: Readonly<Record<K, number | null>>,
): numbers is Readonly<Record<K, number>> {
  return Object.values(numbers).every((value) => value !== null)
}

function objectionToPage(
  packed: Uint8Array,
  header: PageHeader,
  layout: PageLayout,
  hasDictionary: boolean,
): FileFault | null {
  if (header.kind === 'dictionary') {
    return header.values * Math.max(1, layout.typeLength) > header.size ? damaged('dictionary') : null
  }
  const values = header.kind === 'data' ? valuesOf(packed, header, layout) : valuesOfV2(packed, header, layout)
  return values === null ? damaged('page') : objectionToValues(values, header, layout, hasDictionary)
}

/** The page from where its values begin, and how many there are. */
interface Values extends PageCursor {
  readonly count: number
}

/** Null where the levels before the values do not add up. */
function valuesOf(packed: Uint8Array, { size, values }: PageHeader, layout: PageLayout): Values | null {
  const page = decompressPage(layout.codec, packed, size)
  if (page === null) return null
  const cursor = { page, at: 0 }
  if (layout.maxRepetition > 0 && countWithLength(cursor, layout.maxRepetition, values) === null) return null
  const count = layout.maxDefinition > 0 ? countWithLength(cursor, layout.maxDefinition, values) : values
  return count === null ? null : { ...cursor, count }
}

/** In the second version, levels stand before the compressed part. */
function valuesOfV2(packed: Uint8Array, header: PageHeader, layout: PageLayout): Values | null {
  const { values, nulls, repetitionBytes, definitionBytes } = header
  const levels = repetitionBytes + definitionBytes
  if (levels > Math.min(packed.length, header.size) || nulls > values) return null
  const { maxRepetition, maxDefinition } = layout
  if (maxRepetition > 0 && countLevels({ page: packed, at: 0 }, maxRepetition, values) === null) return null
  const definitions = { page: packed, at: repetitionBytes }
  if (maxDefinition > 0 && countLevels(definitions, maxDefinition, values) === null) return null
  const rest = packed.subarray(maxDefinition > 0 ? levels : repetitionBytes)
  const page = header.isCompressed ? decompressPage(layout.codec, rest, header.size - levels) : rest
  return page === null ? null : { page, at: 0, count: values - nulls }
}

/** Levels after the four bytes that say how long they are. */
function countWithLength(cursor: PageCursor, highest: number, values: number): number | null {
  const end = startOfRuns(cursor)
  const count = end === null ? null : countLevels(cursor, highest, values)
  cursor.at = end ?? cursor.at
  return count
}

/** Goes past the length of runs; says where they end. */
function startOfRuns(cursor: PageCursor): number | null {
  const { page, at } = cursor
  if (at + 4 > page.length) return null
  const length = new DataView(page.buffer, page.byteOffset + at, 4).getUint32(0, true)
  cursor.at = at + 4
  return cursor.at + length
}

/** How many of the levels are the highest, which is those that have a value. */
function countLevels(cursor: PageCursor, highest: number, values: number): number | null {
  return countInRuns(cursor, 32 - Math.clz32(highest), values, highest)
}

/** `Encoding` of parquet.thrift, by number. */
const encodings = [
  'PLAIN',
  'GROUP_VAR_INT',
  'PLAIN_DICTIONARY',
  'RLE',
  'BIT_PACKED',
  'DELTA_BINARY_PACKED',
  'DELTA_LENGTH_BYTE_ARRAY',
  'DELTA_BYTE_ARRAY',
  'RLE_DICTIONARY',
  'BYTE_STREAM_SPLIT',
] as const

function objectionToValues(
  values: Values,
  header: PageHeader,
  layout: PageLayout,
  hasDictionary: boolean,
): FileFault | null {
  const encoding = encodings[header.encoding]
  switch (encoding) {
    case 'PLAIN':
    case 'BYTE_STREAM_SPLIT':
      return values.count * layout.typeLength > values.page.length ? damaged('page') : null
    case 'PLAIN_DICTIONARY':
    case 'RLE_DICTIONARY':
      return hasDictionary && areIndexesSound(values, header, layout) ? null : damaged('dictionary')
    case 'RLE':
      return areTruthsSound(values, layout) ? null : damaged('page')
    case 'DELTA_BINARY_PACKED':
    case 'DELTA_LENGTH_BYTE_ARRAY':
      return areBlocksSound(values) ? null : damaged('page')
    default:
      return unsupported(encoding ?? `encoding ${header.encoding}`)
  }
}

/** Before indexes stands their width. One of no bits at all has no runs after it in the first version. */
function areIndexesSound(cursor: Values, { kind }: PageHeader, { type }: PageLayout): boolean {
  const width = cursor.page[cursor.at] ?? 33
  cursor.at += 1
  if (type === 'BOOLEAN') return false
  return (width === 0 && kind === 'data') || countInRuns(cursor, width, cursor.count, 1) !== null
}

/** Truth values take a bit each, in runs that stand after their length. */
function areTruthsSound(cursor: Values, { type }: PageLayout): boolean {
  return type === 'BOOLEAN' && startOfRuns(cursor) !== null && countInRuns(cursor, 1, cursor.count, 1) !== null
}

/** Deltas come in blocks of some multiple of 128, which are parted into as many miniblocks as it says. */
function areBlocksSound(cursor: Values): boolean {
  const block = varint(cursor) ?? 0
  const miniblocks = varint(cursor) ?? 0
  return block > 0 && block <= 65_536 && miniblocks > 0 && miniblocks <= 512 && block % miniblocks === 0
}
