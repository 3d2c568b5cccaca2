import type { ImportPreview, Look } from '#domain/importing/look.ts'
import type { Question } from '#domain/question-bank/question.ts'
import type { Result } from '#lib/result.ts'
import type { ImportFailure, TableChoice } from './importing-port.ts'

/** What crosses to the worker: one question at a time, each with a number that its answer bears too. */
export type ImportCommand =
  | { readonly kind: 'look'; readonly file: Blob; readonly fileName: string }
  | { readonly kind: 'preview'; readonly choice: TableChoice | null }
  | { readonly kind: 'questions'; readonly from: number; readonly count: number }

/** What each command is answered with. */
export interface ImportAnswers {
  readonly look: Result<Look, ImportFailure>
  readonly preview: Result<ImportPreview, ImportFailure>
  readonly questions: Result<readonly Question[], ImportFailure>
}

/** Numbered, so that answers find their questions. */
export interface NumberedCommand {
  readonly number: number
  readonly command: ImportCommand
}

export interface NumberedAnswer {
  readonly number: number
  readonly answer: ImportAnswers[keyof ImportAnswers]
}
