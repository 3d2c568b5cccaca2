import type { ModelFailure } from '#domain/models/failure.ts'
import type { BankFault } from '#domain/question-bank/parse-bank.ts'
import type { QuestionBank } from '#domain/question-bank/question.ts'
import type { Attempt } from '#domain/quiz/review-event.ts'
import type { QuizSession } from '#domain/quiz/session.ts'
import type { Trace } from '#domain/trace/trace.ts'
import type { StorageFailure } from '#storage/archive-port.ts'

export interface QuizState {
  readonly bank: BankState
  readonly place: QuizPlace
  readonly explaining: Explaining
  readonly keeping: Keeping
  readonly past: Past
}

export type BankState =
  | { readonly kind: 'absent' | 'loading' }
  | { readonly kind: 'ready'; readonly bank: QuestionBank }
  | { readonly kind: 'faulty'; readonly faults: readonly BankFault[] }
  | { readonly kind: 'failed'; readonly detail: string }

/** Where a student is. `resumable` is the newest session that was left in the middle. */
export type QuizPlace =
  | { readonly kind: 'start'; readonly resumable: QuizSession | null }
  | { readonly kind: 'session'; readonly session: QuizSession }
  | { readonly kind: 'result'; readonly session: QuizSession }

/**
 * A model's answer on its way. It belongs to one attempt, since only a graded item can be explained; when it has ended
 * it is the explanation of that item. `failed` is a model that never began.
 */
export type Explaining =
  | { readonly kind: 'idle' }
  | { readonly kind: 'noModel'; readonly attemptId: string }
  | {
      readonly kind: 'running'
      readonly attemptId: string
      /** `waiting` for its turn, `reading` the question, `writing`. */
      readonly stage: 'waiting' | 'reading' | 'writing'
      readonly trace: Trace
      readonly wish: 'none' | 'stop' | 'answerNow'
    }
  | { readonly kind: 'failed'; readonly attemptId: string; readonly failure: ModelFailure }

/** Whether what happened is on disk. While it is not, it waits here and is tried again with the next change. */
export type Keeping =
  { readonly kind: 'kept' } | { readonly kind: 'failing'; readonly failure: StorageFailure; readonly waiting: number }

/** What was read of earlier work. What could not be read is counted, and left as it is. */
export interface Past {
  readonly attempts: readonly Attempt[]
  readonly unreadable: number
  readonly failure: StorageFailure | null
}

export const emptyQuiz: QuizState = {
  bank: { kind: 'absent' },
  place: { kind: 'start', resumable: null },
  explaining: { kind: 'idle' },
  keeping: { kind: 'kept' },
  past: { attempts: [], unreadable: 0, failure: null },
}

export const selectBank = (state: QuizState): BankState => state.bank
export const selectPlace = (state: QuizState): QuizPlace => state.place
export const selectExplaining = (state: QuizState): Explaining => state.explaining
export const selectKeeping = (state: QuizState): Keeping => state.keeping
export const selectPast = (state: QuizState): Past => state.past
