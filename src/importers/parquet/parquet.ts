import type { ParquetScan } from 'hyparquet'
import { parquetScan } from 'hyparquet'
import type { Table, TableRow } from '#domain/importing/table.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { nameColumns } from '../tables/column-names.ts'
import { damaged, fileFault } from '../file-faults.ts'
import { flatten } from '../tables/flatten.ts'
import { pageCompressors } from './parquet-codecs.ts'
import type { SoundParquet } from './parquet-file.ts'
import { readParquetFile } from './parquet-file.ts'
import type { BytesNoted, PlainValue } from './parquet-values.ts'
import { textParsers, plainValue } from './parquet-values.ts'
import type { TablesResult } from '../reading.ts'
import { maxCells, maxColumns, tooLarge } from '../tables/table-limits.ts'

/** Whether the bytes begin as those of a parquet file do, encrypted or not. */
export function isParquet(bytes: Uint8Array): boolean {
  return /^PAR[1E]$/.test(String.fromCharCode(...bytes.subarray(0, 4)))
}

/**
 * Reads a parquet file as one table: all of its row groups, compressed by Snappy, Zstandard, gzip, Brotli, LZ4 or not at all.
 * Structs and lists of them become columns of their own, `options.A`, `options.0.text`; a list of plain values is one cell, as JSON
 * writes it. Numbers are written as JSON writes them, dates and moments by ISO 8601. Bytes that are not UTF-8 are blank, and a
 * column of nothing else is left out. Places are rows.
 *
 * Faults: `empty`, `unknownFormat`, `damaged`; `tooLarge` (200,000 rows, 200 columns, 10,000,000 cells, 5 levels, 300 MB of pages);
 * `unsupported` with the name of a codec, an encoding or a type, or for an encrypted file.
 */
export async function readParquet(bytes: ArrayBuffer): Promise<TablesResult> {
  if (bytes.byteLength === 0) return fail(fileFault('empty', ''))
  const seen = new Uint8Array(bytes)
  if (!isParquet(seen)) return fail(fileFault('unknownFormat', ''))
  try {
    const file = readParquetFile(seen)
    return file.ok ? await readTable(bytes, file.value) : file
  } catch (error) {
    return fail(damaged(String(error)))
  }
}

async function readTable(bytes: ArrayBuffer, { metadata, columns, rows }: SoundParquet): Promise<TablesResult> {
  const noted: BytesNoted = { seen: false }
  const file = { byteLength: bytes.byteLength, slice: (start: number, end?: number) => bytes.slice(start, end) }
  const scan = await parquetScan({ file, metadata, compressors: pageCompressors, parsers: textParsers(noted) })
  const read: Column[] = []
  for (const name of columns) {
    noted.seen = false
    const values = await valuesOf(scan, name, noted)
    if (values === null) return fail(damaged(name))
    const flat = columnsOf(name, values)
    if (!flat.ok) return fail(tooLarge(null, flat.failure))
    read.push(...flat.value.filter((column) => !noted.seen || !isBlank(column)))
    if (read.length > maxColumns) return fail(tooLarge(null, `${read.length} columns`))
    if (read.length * rows > maxCells) return fail(tooLarge(null, `${rows} × ${read.length} cells`))
  }
  if (read.length === 0) return fail(fileFault('empty', ''))
  return succeed({ kind: 'tables', tables: [inRows(read, rows)], faults: [] })
}

/** The values of a column in all row groups; null when there are not as many as rows. */
async function valuesOf(scan: ParquetScan, column: string, noted: BytesNoted): Promise<readonly PlainValue[] | null> {
  const values: PlainValue[] = []
  for (const { rowStart, rowEnd } of scan.ranges) {
    const group = await scan.readColumn({ column, rowStart, rowEnd })
    if (group.length !== rowEnd - rowStart) return null
    for (const value of group) values.push(plainValue(value, noted))
  }
  return values
}

interface Column {
  readonly name: string
  readonly cells: readonly string[]
}

/** A column as it is, or those that its lists and records make. Fails with what there is too much of. */
function columnsOf(name: string, values: readonly PlainValue[]): Result<readonly Column[], string> {
  const found = new Map<string, string[]>()
  for (const [row, value] of values.entries()) {
    const flat = typeof value === 'string' ? succeed([[name, value] as const]) : flatten({ [name]: value })
    if (!flat.ok) return flat
    for (const [path, text] of flat.value) {
      const cells = found.get(path) ?? Array<string>(values.length).fill('')
      cells[row] = text
      found.set(path, cells)
    }
    if (found.size > maxColumns || found.size * values.length > maxCells) return fail(`${found.size} columns`)
  }
  // A record that is null has a blank cell under the name of the column, beside those of the others.
  const columns = Array.from(found, ([path, cells]) => ({ name: path, cells }))
  return succeed(columns.length === 1 ? columns : columns.filter((column) => column.name !== name || !isBlank(column)))
}

function isBlank({ cells }: Column): boolean {
  return cells.every((text) => text === '')
}

function inRows(columns: readonly Column[], count: number): Table {
  const rows = Array.from({ length: count }, (_, row): TableRow => {
    return { place: { unit: 'row', at: row + 1 }, cells: columns.map(({ cells }) => cells[row] ?? '') }
  })
  return { name: '', columns: nameColumns(columns.map(({ name }) => name)), rows, markup: 'plain' }
}
