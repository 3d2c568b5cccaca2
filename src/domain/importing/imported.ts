import type { Question } from '../question-bank/question.ts'
import type { RowFault, RowWarning } from './import-fault.ts'

/** What a file's questions came to: those that can be taken, those left out, and what to know of the ones taken. */
export interface Imported {
  readonly questions: readonly Question[]
  readonly faults: readonly RowFault[]
  readonly warnings: readonly RowWarning[]
}
