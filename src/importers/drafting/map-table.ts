import type { Draft, DraftOption } from '#domain/importing/draft.ts'
import { aDraft } from '#domain/importing/draft.ts'
import type { RowFault } from '#domain/importing/import-fault.ts'
import type { ColumnMapping } from '#domain/importing/mapping.ts'
import type { Table, TableRow } from '#domain/importing/table.ts'
import { parseJson } from '#lib/json.ts'
import { htmlToText } from '../html/html-text.ts'
import { splitOptions } from './labels.ts'
import { readKey } from './read-key.ts'

/** The questions of a table as a mapping reads them, in order, and the rows whose key cannot be read. */
export function mapTable(
  table: Table,
  mapping: ColumnMapping,
): { readonly drafts: readonly Draft[]; readonly faults: readonly RowFault[] } {
  const drafts: Draft[] = []
  const faults: RowFault[] = []
  const cellOf = cellReader(table)
  for (const row of table.rows) {
    const cell = (column: string | null): string => cellOf(row, column)
    const { stem, options } = stemAndOptions(table, mapping, cell)
    const correct = readKey(cell(mapping.key), mapping.keyReading, options)
    if (correct === null) {
      faults.push({ kind: 'keyNotAnOption', place: row.place, detail: cell(mapping.key).slice(0, 80) })
      continue
    }
    drafts.push(
      aDraft({
        ...{ place: row.place, markup: table.markup, stem, leadIn: cell(mapping.leadIn), correct },
        options: options.map((text): DraftOption => ({ text, rationale: '' })),
        id: cell(mapping.id) === '' ? null : cell(mapping.id),
        group: cell(mapping.group) === '' ? null : cell(mapping.group),
        ...{ explanation: cell(mapping.explanation), subject: cell(mapping.subject) },
        tags: tagsIn(cell(mapping.tags)),
        source: mapping.source
          .map(cell)
          .filter((part) => part !== '')
          .join(' '),
      }),
    )
  }
  return { drafts, faults }
}

type Cell = (column: string | null) => string

function cellReader({ columns }: Table): (row: TableRow, column: string | null) => string {
  const places = new Map(columns.map((column, index) => [column, index]))
  return ({ cells }, column) => (column === null ? '' : (cells[places.get(column) ?? -1] ?? '').trim())
}

function stemAndOptions(
  { markup }: Table,
  { stem, options }: ColumnMapping,
  cell: Cell,
): { readonly stem: string; readonly options: readonly string[] } {
  switch (options.kind) {
    case 'columns':
      // Tables leave the last columns empty where a question has fewer options.
      return { stem: cell(stem), options: withoutEmptyEnd(options.columns.map(cell)) }
    case 'list':
      return { stem: cell(stem), options: listIn(cell(options.column)) }
    case 'inStem':
      return splitOptions(markup === 'html' ? htmlToText(cell(stem)).text : cell(stem))
  }
}

function withoutEmptyEnd(texts: readonly string[]): readonly string[] {
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1)
}

/** A JSON list of texts, or else one option a line, or between bars or semicolons. */
function listIn(cell: string): readonly string[] {
  const parsed = cell.startsWith('[') ? parseJson(cell) : null
  if (parsed?.ok === true && Array.isArray(parsed.value)) return parsed.value.map(String)
  const separator = ['\n', '|', ';'].find((candidate) => cell.includes(candidate)) ?? '\n'
  return cell
    .split(separator)
    .map((text) => text.trim())
    .filter((text) => text !== '')
}

/** Tags between spaces as Anki has them, or between commas or semicolons where there are any. */
function tagsIn(cell: string): readonly string[] {
  const parts = cell.split(/[,;]/.test(cell) ? /[,;]/ : /\s+/).map((tag) => tag.trim())
  return [...new Set(parts.filter((tag) => tag !== ''))]
}
