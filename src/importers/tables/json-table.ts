import type { RowFault } from '#domain/importing/import-fault.ts'
import type { Place } from '#domain/importing/place.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { nameColumns } from './column-names.ts'
import type { NamedCell } from './flatten.ts'
import { flatten } from './flatten.ts'
import type { JsonEntry, JsonRecord } from './json-records.ts'
import { findJsonRecords, isRecord } from './json-records.ts'
import { excerpt } from '../lines.ts'
import type { TablesResult } from '../reading.ts'
import { padded } from './records.ts'
import { maxCells, maxColumns, maxRows, tooLarge } from './table-limits.ts'

/**
 * Reads records of JSON as rows: a list of them, JSON lines, an object with one list of records in it, such as
 * `{"data": […]}` or what the viewer of Hugging Face saves, or a single record. Lists and records within a record
 * become columns of their own: `options.A`, `options.0.text`. Columns stand in the order in which they first appear,
 * except that `JSON.parse` puts names that are whole numbers first. Whole numbers beyond 2^53 lose their last digits,
 * as everywhere in JavaScript.
 *
 * Places are lines for JSON lines and for a single record, otherwise rows.
 *
 * Row faults: `syntax` for a line that is not JSON and for what is no record; `tooLong` where the viewer has cut cells
 * short. File faults: `empty`; `damaged` for JSON that breaks off; `unknownFormat` for what is not JSON, or has no
 * records or several lists of them; `tooLarge` (200,000 rows, 200 columns, 5 levels, 10,000,000 cells).
 */
export function readJsonTable(text: string): TablesResult {
  const found = findJsonRecords(text)
  return found.ok ? tableOf(found.value) : found
}

interface SparseRow {
  readonly place: Place
  /** At most as many as there were columns when it was read. */
  readonly cells: readonly (string | undefined)[]
}

function tableOf(entries: Iterable<JsonEntry>): TablesResult {
  const columns = new Map<string, number>()
  const rows: SparseRow[] = []
  const faults: RowFault[] = []
  for (const entry of entries) {
    const { place } = entry
    if (rows.length + faults.length === maxRows) return fail(tooLarge(place, `${maxRows} rows`))
    const record = rowIn(entry)
    if (!record.ok) {
      faults.push(record.failure)
      continue
    }
    const flat = flatten(record.value)
    if (!flat.ok) return fail(tooLarge(place, flat.failure))
    rows.push({ place, cells: inColumns(flat.value, columns) })
    if (columns.size > maxColumns) return fail(tooLarge(place, `${columns.size} columns`))
    if (rows.length * columns.size > maxCells) return fail(tooLarge(place, `${rows.length} × ${columns.size} cells`))
  }
  const [fault] = faults
  if (columns.size === 0 && fault === undefined) return fail({ kind: 'empty', place: null, detail: '' })
  if (rows.length === 0 && fault?.kind === 'syntax') {
    return fail({ kind: 'damaged', place: fault.place, detail: fault.detail })
  }
  const table = {
    name: '',
    columns: nameColumns([...columns.keys()]),
    rows: rows.map(({ place, cells }) => ({ place, cells: padded(cells, columns.size) })),
    markup: 'plain',
  } as const
  return succeed({ kind: 'tables', tables: [table], faults })
}

/** The record that is a row, or why there is none. */
function rowIn(entry: JsonEntry): Result<JsonRecord, RowFault> {
  if (entry.kind === 'other') return fail({ kind: 'syntax', place: entry.place, detail: entry.detail })
  const { row, truncated_cells: cut } = entry.record
  const isFromViewer = Object.keys(entry.record).every((name) => namesOfViewer.includes(name))
  if (!isFromViewer || !isRecord(row)) return succeed(entry.record)
  if (!Array.isArray(cut) || cut.length === 0) return succeed(row)
  const names = cut.slice(0, 10).filter((name) => typeof name === 'string')
  return fail({ kind: 'tooLong', place: entry.place, detail: excerpt(names.join(', ')) })
}

/**
 * What the viewer of Hugging Face puts around a row. Of cells named in `truncated_cells` it gives only the beginning.
 * https://huggingface.co/docs/dataset-viewer/rows
 */
const namesOfViewer = ['row_idx', 'row', 'truncated_cells']

/** The cells of a row in the order of the columns, to which it adds those that it is the first to have. */
function inColumns(cells: readonly NamedCell[], columns: Map<string, number>): SparseRow['cells'] {
  const row: (string | undefined)[] = []
  for (const [name, text] of cells) {
    const column = columns.get(name) ?? columns.size
    columns.set(name, column)
    row[column] = text
  }
  return row
}
