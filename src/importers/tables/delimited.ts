import type { FileFault, RowFault } from '#domain/importing/import-fault.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { nameColumns } from './column-names.ts'
import { excerpt, linesOf, withPlainBreaks } from '../lines.ts'
import type { TablesRead, TablesResult } from '../reading.ts'
import type { FilledRecord, Start, TextRecord } from './records.ts'
import { padded, placeOf, readRecords, syntaxFault, written } from './records.ts'
import { maxCells, maxColumns, maxRows, tooLarge } from './table-limits.ts'

/** Those that are looked for, the likeliest first. */
const separators = [',', '\t', ';', '|']

/**
 * Reads the rows of a CSV or TSV text by RFC 4180, whatever its separator (comma, tab, semicolon, pipe, or the one that
 * a first line `sep=;` names, as Excel writes it) and its line breaks. The first record that is not blank names the
 * columns.
 *
 * A record is a row when it has a cell for every named column; blank cells beyond them are let go, and a column without
 * a name is kept where a row has something in it. Blank records are skipped. Places are the lines of the file where
 * records begin.
 *
 * Row faults: `syntax` for too few or too many cells and for a quote that is not closed. File faults: `empty`,
 * `tooLarge` (200,000 rows, 200 columns, 10,000,000 cells), `damaged` when the names of the columns cannot be read,
 * `unknownFormat` when no separator makes two columns of the first record.
 */
export function readDelimited(text: string): TablesResult {
  if (text.trim() === '') return fail({ kind: 'empty', place: null, detail: '' })
  const plain = withPlainBreaks(text)
  const said = saidSeparator(plain)
  const separator = said?.separator ?? guessedSeparator(plain)
  if (separator === null) return fail({ kind: 'unknownFormat', place: null, detail: excerpt(plain.trimStart()) })
  const records = written(readRecords(plain, { separator, comment: null }, said?.rest))
  const first = records.next()
  if (first.done === true) return fail({ kind: 'empty', place: null, detail: '' })
  if (first.value.kind === 'broken') {
    return fail({ kind: 'damaged', place: placeOf(first.value), detail: first.value.detail })
  }
  const head = first.value
  if (head.used > maxColumns) return fail(tooLarge(placeOf(head), `${head.used} columns`))
  return readRows(head, records, separator)
}

function readRows(head: FilledRecord, records: Iterable<TextRecord>, separator: string): TablesResult {
  const rows: FilledRecord[] = []
  const faults: RowFault[] = []
  for (const record of records) {
    if (rows.length + faults.length === maxRows) return fail(tooLarge(placeOf(record), `${maxRows} rows`))
    if (record.kind === 'filled' && fits(record, head)) rows.push(record)
    else faults.push(syntaxFault(record, separator))
  }
  const read = tableOf(head, rows)
  return read.ok ? succeed({ ...read.value, faults }) : read
}

function tableOf(head: FilledRecord, rows: readonly FilledRecord[]): Result<TablesRead, FileFault> {
  const width = rows.reduce((widest, row) => Math.max(widest, row.used), head.used)
  if (rows.length * width > maxCells) return fail(tooLarge(null, `${rows.length} × ${width} cells`))
  const table = {
    name: '',
    columns: nameColumns(padded(head.cells, width)),
    rows: rows.map((row) => ({ place: placeOf(row), cells: padded(row.cells, width) })),
    markup: 'plain',
  } as const
  return succeed({ kind: 'tables', tables: [table], faults: [] })
}

/** Whether it has a cell for every column that has a name, and a column for every cell that has a word. */
function fits(record: FilledRecord, head: FilledRecord): boolean {
  return record.count >= head.used && record.used <= Math.min(head.count, maxColumns)
}

/** What Excel writes into the first line of a CSV file so that it opens everywhere: `sep=;`. */
function saidSeparator(text: string): { readonly separator: string; readonly rest: Start } | null {
  const [line] = linesOf(text)
  const separator = /^"?sep=([^"])"?$/i.exec(line?.text ?? '')?.[1]
  return line === undefined || separator === undefined ? null : { separator, rest: { at: line.next, line: 2 } }
}

/**
 * The separator that makes two columns or more of the first record and under which most of the records after it fit; of
 * equals the one that makes more columns.
 */
function guessedSeparator(text: string): string | null {
  const judged = separators
    .map((separator) => ({ separator, ...judge(text, separator) }))
    .filter(({ columns }) => columns > 1)
    .sort((a, b) => b.fitting - a.fitting || b.columns - a.columns)
  return judged[0]?.separator ?? null
}

/** How many columns a separator makes, and which share of the first records fits them. */
function judge(text: string, separator: string): { readonly columns: number; readonly fitting: number } {
  const [head, ...rows] = taken(written(readRecords(text, { separator, comment: null })), 50)
  if (head?.kind !== 'filled') return { columns: 0, fitting: 0 }
  const fitting = rows.filter((row) => row.kind === 'filled' && fits(row, head))
  return { columns: head.used, fitting: fitting.length / Math.max(rows.length, 1) }
}

function taken<T>(values: Iterable<T>, most: number): readonly T[] {
  const first: T[] = []
  for (const value of values) {
    first.push(value)
    if (first.length === most) break
  }
  return first
}
