import type { CalendarDay } from '../question-bank/question.ts'
import type { ImportFormat } from './import-format.ts'
import type { Imported } from './imported.ts'
import type { ColumnMapping } from './mapping.ts'

/** What a file was found to be. Questions follow from it at once, or once the columns of a table are known for what they are. */
export interface Look {
  readonly format: ImportFormat
  /** The tables of the file with what their columns most likely are; none where the format itself says what is what. */
  readonly tables: readonly TableLook[]
  /** What the file says of itself, where it is a bank. */
  readonly about: BankAbout | null
}

export interface TableLook {
  readonly name: string
  readonly columns: readonly string[]
  readonly rowCount: number
  /** The first cells of each column, cut short, to recognise it by. */
  readonly samples: readonly string[]
  readonly proposed: ColumnMapping
}

/** What a bank is besides its questions. Texts are empty where the file is silent. */
export interface BankAbout {
  readonly id: string | null
  readonly title: { readonly ko: string; readonly en: string }
  readonly licence: string
  readonly author: string
  readonly createdAt: CalendarDay
  readonly notice: { readonly ko: string; readonly en: string } | null
}

/** The result of reading a file, short enough to be shown; the questions themselves follow in pieces. */
export interface ImportPreview extends Omit<Imported, 'questions'> {
  readonly count: number
  /** The first questions. */
  readonly first: Imported['questions']
  /** How many there are of each in all, where the lists are cut short. */
  readonly faultCount: number
  readonly warningCount: number
}
