import type { FileFault } from '#domain/importing/import-fault.ts'
import type { ImportPreview, Look } from '#domain/importing/look.ts'
import type { ColumnMapping } from '#domain/importing/mapping.ts'
import type { Question } from '#domain/question-bank/question.ts'
import type { Result } from '#lib/result.ts'

/**
 * Reading one file at a time, off the main thread. Every promise settles: a reader that dies is a failure of the kind `stopped`.
 * What comes back is pieces that a page can take in within a frame.
 */
export interface Importing {
  /** Reads a file and says what it is. What an earlier one left is forgotten. */
  look(file: Blob, fileName: string): Promise<Result<Look, ImportFailure>>
  /** The questions of the file; of one of its tables by a mapping, where it has tables. */
  preview(choice: TableChoice | null): Promise<Result<ImportPreview, ImportFailure>>
  /** Some of the questions of the last preview. */
  questions(from: number, count: number): Promise<Result<readonly Question[], ImportFailure>>
  /** Stops whatever is being read and forgets the file. */
  stop(): void
}

export interface TableChoice {
  readonly table: number
  readonly mapping: ColumnMapping
}

export type ImportFailure = FileFault | { readonly kind: 'stopped'; readonly detail: string }
