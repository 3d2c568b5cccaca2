import type { FileFault, RowFault } from '#domain/importing/import-fault.ts'
import type { Table, TableRow } from '#domain/importing/table.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { AnkiHead, SpecialColumn } from './anki-head.ts'
import { readAnkiHead, specialColumns } from './anki-head.ts'
import { nameColumns } from '../tables/column-names.ts'
import { withPlainBreaks } from '../lines.ts'
import type { TablesResult } from '../reading.ts'
import type { FilledRecord } from '../tables/records.ts'
import { padded, placeOf, readRecords, syntaxFault, written } from '../tables/records.ts'
import { maxCells, maxColumns, maxRows, tooLarge } from '../tables/table-limits.ts'

const nameOf: Readonly<Record<SpecialColumn, string>> = {
  notetype: 'Note type',
  deck: 'Deck',
  tags: 'Tags',
  guid: 'Guid',
}

/** Whether a text begins with one of Anki's file headers. */
export function isAnkiText(text: string): boolean {
  return (text.startsWith('#') || text.startsWith('tags:')) && readAnkiHead(withPlainBreaks(text)).isAnki
}

/**
 * Reads what Anki exports as "Notes in plain text", and what is written by hand for Anki to import: header lines, then
 * a record for each note, quoted as in CSV, and lines that begin with `#` as comments
 * (https://docs.ankiweb.net/importing/text-files.html).
 *
 * The columns are named by `#columns`, otherwise `Field 1`, `Field 2`…, with `Note type`, `Deck`, `Tags` and `Guid` for
 * those that the header sets apart. Tags and a deck that the header gives to all notes are put into these columns,
 * which are added where they lack. With a column of note types there is a table for each of them, in the order in which
 * they first appear; otherwise there is one table, with the name that `#notetype` gives. As in Anki, fields that a note
 * lacks are blank. Places are the lines of the file where notes begin.
 *
 * Row faults: `syntax` for more fields than there are columns, and for a quote that is not closed. File faults: `empty`
 * where there is no note, `tooLarge` (200,000 notes, 200 columns, 10,000,000 cells).
 */
export function readAnkiText(text: string): TablesResult {
  const plain = withPlainBreaks(text)
  const head = readAnkiHead(plain)
  const notes: FilledRecord[] = []
  const faults: RowFault[] = []
  let width = widthOf(head)
  for (const record of written(readRecords(plain, { separator: head.separator, comment: '#' }, head.notes))) {
    if (notes.length + faults.length === maxRows) return fail(tooLarge(placeOf(record), `${maxRows} notes`))
    const setsWidth = record.kind === 'filled' && notes.length === 0 && head.columns.length === 0
    if (setsWidth) width = Math.max(width, record.count)
    if (width > maxColumns) return fail(tooLarge(placeOf(record), `${width} columns`))
    if (record.kind === 'filled' && record.used <= width) notes.push(record)
    else faults.push(syntaxFault(record, head.separator))
  }
  if (notes.length + faults.length === 0) return fail({ kind: 'empty', place: null, detail: '' })
  const tables = tablesOf(head, notes, width)
  return tables.ok ? succeed({ kind: 'tables', tables: tables.value, faults }) : tables
}

/** How many columns the header speaks of. Without `#columns` the first note may have more. */
function widthOf(head: AnkiHead): number {
  return Math.max(head.columns.length, ...specialColumns.map((special) => head.columnOf[special] ?? 0))
}

function tablesOf(head: AnkiHead, notes: readonly FilledRecord[], width: number): Result<readonly Table[], FileFault> {
  const added = addedColumns(head)
  const columns = nameColumns([...namesOf(head, width), ...added.map(({ name }) => name)])
  if (notes.length * columns.length > maxCells) {
    return fail(tooLarge(null, `${notes.length} × ${columns.length} cells`))
  }
  // Texts of the header are written out for each note.
  const letters = notes.length * (head.deck.length + head.tags.length)
  if (letters > maxCells) return fail(tooLarge(null, `${letters} letters`))
  const rows = notes.map((note) => ({
    place: placeOf(note),
    cells: [...withTags(padded(note.cells, width), head), ...added.map(({ cell }) => cell)],
  }))
  const markup = head.isHtml ? 'html' : 'plain'
  return succeed(byNoteType(head, rows).map(([name, ofType]) => ({ name, columns, rows: ofType, markup })))
}

/** Fields are counted without the columns that are none. */
function namesOf(head: AnkiHead, width: number): readonly string[] {
  let fields = 0
  return Array.from({ length: width }, (_, index) => {
    const special = specialColumns.find((one) => head.columnOf[one] === index + 1)
    if (special === undefined) fields += 1
    return head.columns[index] ?? (special === undefined ? `Field ${fields}` : nameOf[special])
  })
}

/** What the header gives to all notes and has no column for. A deck gives way to a column of decks. */
function addedColumns(head: AnkiHead): readonly { readonly name: string; readonly cell: string }[] {
  return (['deck', 'tags'] as const)
    .filter((special) => head[special] !== '' && head.columnOf[special] === null)
    .map((special) => ({ name: nameOf[special], cell: head[special] }))
}

/** The tags of all notes come after a note's own. */
function withTags(cells: readonly string[], head: AnkiHead): readonly string[] {
  const column = head.columnOf.tags
  return column === null || head.tags === ''
    ? cells
    : cells.with(column - 1, `${cells[column - 1] ?? ''} ${head.tags}`.trim())
}

function byNoteType(head: AnkiHead, rows: readonly TableRow[]): readonly (readonly [string, readonly TableRow[]])[] {
  const column = head.columnOf.notetype
  if (column === null) return [[head.noteType, rows]]
  const types = new Map<string, TableRow[]>()
  for (const row of rows) {
    const name = row.cells[column - 1] ?? ''
    const ofType = types.get(name)
    if (ofType === undefined) types.set(name, [row])
    else ofType.push(row)
  }
  return [...types]
}
