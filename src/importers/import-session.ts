import type { FileFault, RowFault } from '#domain/importing/import-fault.ts'
import type { Imported } from '#domain/importing/imported.ts'
import type { ImportPreview, Look, TableLook } from '#domain/importing/look.ts'
import type { ColumnMapping } from '#domain/importing/mapping.ts'
import type { Table } from '#domain/importing/table.ts'
import type { Question } from '#domain/question-bank/question.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { SqlJsStatic } from 'sql.js'
import { collectQuestions } from './drafting/collect-questions.ts'
import { htmlToText } from './html/html-text.ts'
import type { TableChoice } from './importing-port.ts'
import { mapTable } from './drafting/map-table.ts'
import { proposeMapping } from './drafting/propose-mapping.ts'
import { readFile } from './read-file.ts'

/** Entries of the lists of a preview; more of the same help nobody. */
const shownFaults = 500
const shownQuestions = 20
const sampleLength = 80
const longestSampled = 4000

/** One file on its way to being a bank. What was read stays here, so that only what is looked at crosses to the page. */
export interface ImportSession {
  /** Reads a file. What an earlier one left is forgotten. */
  look(bytes: ArrayBuffer, fileName: string): Promise<Result<Look, FileFault>>
  /** The questions of the file; of its `table` by a mapping, where it has tables. */
  preview(choice: TableChoice | null): ImportPreview
  /** Some of the questions of the last preview. */
  questions(from: number, count: number): readonly Question[]
}

export function openImportSession(sqlite: () => Promise<SqlJsStatic>): ImportSession {
  let tables: readonly Table[] = []
  let fileFaults: readonly RowFault[] = []
  let whole: Imported = nothing
  let current: Imported = nothing
  let name = ''

  return {
    async look(bytes, fileName) {
      ;[tables, fileFaults, whole, current, name] = [[], [], nothing, nothing, fileName]
      const read = await readFile(bytes, fileName, sqlite)
      if (!read.ok) return fail(read.failure)
      const { format, content, about } = read.value
      if (content.kind === 'tables') {
        tables = content.tables
        fileFaults = content.faults
      } else if (content.kind === 'drafts') whole = collectQuestions(content.drafts, fileName, content.faults)
      else whole = content.imported
      return succeed({ format, tables: tables.map(lookAt), about })
    },
    preview(choice) {
      const table = choice === null ? undefined : tables[choice.table]
      current = choice === null || table === undefined ? whole : fromTable(table, choice.mapping, fileFaults, name)
      const { questions, faults, warnings } = current
      return {
        ...{ count: questions.length, first: questions.slice(0, shownQuestions) },
        ...{ faults: faults.slice(0, shownFaults), faultCount: faults.length },
        ...{ warnings: warnings.slice(0, shownFaults), warningCount: warnings.length },
      }
    },
    questions: (from, count) => current.questions.slice(from, from + count),
  }
}

const nothing: Imported = { questions: [], faults: [], warnings: [] }

function fromTable(table: Table, mapping: ColumnMapping, faults: readonly RowFault[], fileName: string): Imported {
  const mapped = mapTable(table, mapping)
  return collectQuestions(mapped.drafts, fileName, [...faults, ...mapped.faults])
}

function lookAt(table: Table): TableLook {
  const plain = (cell: string): string =>
    (table.markup === 'html' ? htmlToText(cell.slice(0, longestSampled)).text : cell).slice(0, sampleLength)
  const samples = table.columns.map((_, index) => {
    const filled = table.rows.find(({ cells }) => (cells[index] ?? '') !== '')
    return plain(filled?.cells[index] ?? '')
  })
  const { name, columns, rows } = table
  return { name, columns, rowCount: rows.length, samples, proposed: proposeMapping(table) }
}
