import type { ColumnChunk, ColumnMetaData, FileMetaData, SchemaElement, SchemaTree } from 'hyparquet'
import { parquetMetadata, parquetSchema } from 'hyparquet'
import type { FileFault } from '#domain/importing/import-fault.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { damaged, fileFault, unsupported } from '../file-faults.ts'
import { isCodec } from './parquet-codecs.ts'
import type { PageBudget } from './parquet-pages.ts'
import { objectionToPages } from './parquet-pages.ts'
import { maxCells, maxColumns, maxRows, tooLarge } from '../tables/table-limits.ts'
import { readThrift } from './thrift.ts'

/** Elements of a schema; each column has at most two for every level of it. */
const maxElements = 2_000
/** Names on the way to a value, as in `options.0.text`. */
const maxLevels = 5
/** Bytes of all pages when they are decompressed. */
const maxPages = 300_000_000

/** What hyparquet says of a file once all of it that hyparquet would believe has been looked at. */
export interface SoundParquet {
  readonly metadata: FileMetaData
  /** Names of the columns at the top. */
  readonly columns: readonly string[]
  readonly rows: number
}

/**
 * Reads the footer of a parquet file and goes through all of its pages, so that hyparquet can then read it without harm.
 * https://parquet.apache.org/docs/file-format/
 *
 * Faults: `damaged`, `empty` (no rows), `tooLarge` (200,000 rows, 200 columns, 5 levels, 300 MB), `unsupported` with the name of
 * the codec, encoding or type.
 */
export function readParquetFile(bytes: Uint8Array): Result<SoundParquet, FileFault> {
  const footer = readFooter(bytes)
  if (!footer.ok) return footer
  const metadata = footer.value
  const schema = parquetSchema(metadata)
  const leaves = leavesOf(schema, [])
  const columns = schema.children.map(({ element }) => element.name)
  const objection =
    objectionToSchema(leaves, columns) ?? objectionToRows(metadata) ?? objectionToChunks(bytes, metadata, leaves)
  return objection === null ? succeed({ metadata, columns, rows: Number(metadata.num_rows) }) : fail(objection)
}

/** The footer's length and the four letters `PAR1` end the file; `PARE` where the footer is encrypted. */
function readFooter(bytes: Uint8Array): Result<FileMetaData, FileFault> {
  const end = bytes.length - 8
  const magic = new TextDecoder().decode(bytes.subarray(-4))
  if (magic === 'PARE') return fail(unsupported('encryption'))
  if (end < 4 || magic !== 'PAR1') return fail(damaged('no footer'))
  const start = end - new DataView(bytes.buffer, bytes.byteOffset + end).getUint32(0, true)
  const footer = start < 4 ? null : readThrift(bytes.subarray(start, end), 0)
  if (footer === null) return fail(damaged('footer'))
  if (footer.struct.has(encryptionAlgorithm)) return fail(unsupported('encryption'))
  // Least and greatest values are of no use here, and need not be what they say they are.
  const parsers = { stringFromBytes: () => '' }
  const metadata = parquetMetadata(bytes.subarray(start), { geoparquet: false, parsers })
  return metadata.schema.length > maxElements ? fail(tooLarge(null, `${maxElements} elements`)) : succeed(metadata)
}

/** `FileMetaData` of parquet.thrift. */
const encryptionAlgorithm = 8

/** The elements on the way to a column of values, without the root. */
type Leaf = readonly SchemaElement[]

function leavesOf({ children, path, element }: SchemaTree, above: Leaf): readonly Leaf[] {
  const here = path.length === 0 ? above : [...above, element]
  return children.length === 0 ? [here] : children.flatMap((child) => leavesOf(child, here))
}

function objectionToSchema(leaves: readonly Leaf[], columns: readonly string[]): FileFault | null {
  if (leaves.length > maxColumns) return tooLarge(null, `${leaves.length} columns`)
  const twice = columns.find((name, index) => columns.indexOf(name) < index)
  if (twice !== undefined) return unsupported(`two columns: ${twice}`)
  // A list is two levels of the schema, of which the repeated one has no name of its own in a path.
  const isDeep = leaves.some((leaf) => leaf.length - repeated(leaf) > maxLevels || leaf.length > 2 * maxLevels)
  if (isDeep) return tooLarge(null, `${maxLevels} levels`)
  const type = leaves
    .flat()
    .map(unsupportedType)
    .find((name) => name !== null)
  return type === undefined ? null : unsupported(type)
}

function unsupportedType({ converted_type, logical_type }: SchemaElement): string | null {
  if (converted_type === 'BSON' || converted_type === 'INTERVAL') return converted_type
  return logical_type?.type === 'VARIANT' ? logical_type.type : null
}

function objectionToRows({ num_rows, row_groups }: FileMetaData): FileFault | null {
  const groups = row_groups.map((group) => Number(group.num_rows))
  const rows = Number(num_rows)
  const areSound = groups.every((count) => Number.isInteger(count) && count >= 0)
  if (!areSound || groups.reduce((sum, count) => sum + count, 0) !== rows) return damaged('rows')
  if (rows > maxRows) return tooLarge(null, `${rows} rows`)
  return rows === 0 ? fileFault('empty', '') : null
}

/** Each group has one chunk for each column, in their order; together they cannot be longer than the file. */
function objectionToChunks(bytes: Uint8Array, metadata: FileMetaData, leaves: readonly Leaf[]): FileFault | null {
  const budget: PageBudget = { bytes: maxPages, values: maxCells }
  let total = 0
  for (const { columns } of metadata.row_groups) {
    if (columns.length !== leaves.length) return damaged('row group')
    for (const [index, chunk] of columns.entries()) {
      const range = rangeOf(bytes, chunk)
      total += range?.length ?? 0
      if (range === null || total > bytes.length) return damaged('column chunk')
      const objection = objectionToChunk(range, chunk, leaves[index] ?? [], budget)
      if (objection !== null) return objection
    }
  }
  return null
}

/** Where the pages of a chunk are. Null where that is outside the file, or in another one. */
function rangeOf(bytes: Uint8Array, { meta_data, file_path }: ColumnChunk): Uint8Array | null {
  if (meta_data === undefined || (file_path ?? '') !== '') return null
  // Some writers give a dictionary that is not there the place 0.
  const dictionary = Number(meta_data.dictionary_page_offset ?? 0)
  const start = dictionary === 0 ? Number(meta_data.data_page_offset) : dictionary
  const end = start + Number(meta_data.total_compressed_size)
  return start >= 4 && end >= start && end <= bytes.length - 8 ? bytes.subarray(start, end) : null
}

function objectionToChunk(
  range: Uint8Array,
  { meta_data }: ColumnChunk,
  leaf: Leaf,
  budget: PageBudget,
): FileFault | null {
  if (meta_data === undefined || !isChunkOf(meta_data, leaf)) return damaged('column chunk')
  const { codec, type } = meta_data
  if (!isCodec(codec)) return unsupported(codec)
  const typeLength = type === 'FIXED_LEN_BYTE_ARRAY' ? (leaf.at(-1)?.type_length ?? 0) : 0
  const maxDefinition = leaf.filter(({ repetition_type }) => repetition_type !== 'REQUIRED').length
  return objectionToPages(range, { codec, type, typeLength, maxRepetition: repeated(leaf), maxDefinition }, budget)
}

function isChunkOf({ path_in_schema, type }: ColumnMetaData, leaf: Leaf): boolean {
  const isItsPath =
    path_in_schema.length === leaf.length && leaf.every(({ name }, index) => name === path_in_schema[index])
  return isItsPath && leaf.at(-1)?.type === type
}

function repeated(leaf: Leaf): number {
  return leaf.filter(({ repetition_type }) => repetition_type === 'REPEATED').length
}
