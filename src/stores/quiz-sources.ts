import { parseBank } from '#domain/question-bank/parse-bank.ts'
import type { BankFault } from '#domain/question-bank/parse-bank.ts'
import type { QuestionBank } from '#domain/question-bank/question.ts'
import type { Result } from '#lib/result.ts'
import type { StorageFailure } from '#storage/archive-port.ts'
import { detailOf } from './reading.ts'

/** Where a quiz takes its questions and the make-up of examinations from. */
export interface QuizSources {
  /** The file of the bank that comes with the app, parsed as JSON. */
  readonly loadBank: () => Promise<unknown>
  /** A bank that a student brought or wrote, by its id. */
  readonly readBank: (id: string) => Promise<Result<QuestionBank, StorageFailure>>
  /** The file of the layouts of examinations, parsed as JSON. */
  readonly loadLayouts: () => Promise<unknown>
}

export type BankState =
  | { readonly kind: 'absent' | 'loading' }
  | { readonly kind: 'ready'; readonly bank: QuestionBank }
  | { readonly kind: 'faulty'; readonly faults: readonly BankFault[] }
  | { readonly kind: 'failed'; readonly detail: string }

/** Reads a bank that was kept, or without an id the one that comes with the app. Does not throw. */
export async function readBank({ loadBank, readBank }: QuizSources, id: string | null): Promise<BankState> {
  try {
    if (id !== null) {
      const kept = await readBank(id)
      return kept.ok ? { kind: 'ready', bank: kept.value } : { kind: 'failed', detail: kept.failure.kind }
    }
    const parsed = parseBank(await loadBank())
    return parsed.ok ? { kind: 'ready', bank: parsed.value } : { kind: 'faulty', faults: parsed.failure }
  } catch (error) {
    return { kind: 'failed', detail: detailOf(error) }
  }
}
