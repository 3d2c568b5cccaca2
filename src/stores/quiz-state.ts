import type { ExamLayouts } from '#domain/exam/exam-layout.ts'
import type { ModelFailure } from '#domain/models/failure.ts'
import type { ModelAnswer, ReviewEvent } from '#domain/quiz/review-event.ts'
import type { QuizSession } from '#domain/quiz/session.ts'
import type { Trace } from '#domain/trace/trace.ts'
import type { StorageFailure } from '#storage/archive-port.ts'
import type { BankState } from './quiz-sources.ts'
import type { Reading } from './reading.ts'

export interface QuizState {
  readonly bank: BankState
  /** The questions of the bank that the schedule would ask today, by id, as far as that was looked up. */
  readonly due: ReadonlySet<string>
  readonly layouts: Reading<ExamLayouts>
  readonly place: QuizPlace
  readonly explaining: Explaining
  readonly keeping: Keeping
  readonly past: Past
}

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

/** What a student did, a model's words aside: those are long, and nothing is folded from them. */
export type StudentEvent = Exclude<ReviewEvent, ModelAnswer>

/** What was read of earlier work, and what has been added since. What could not be read is counted, and left as it is. */
export interface Past {
  readonly events: readonly StudentEvent[]
  /** Sessions that have ended, newest first. */
  readonly sessions: readonly QuizSession[]
  readonly unreadable: number
  readonly failure: StorageFailure | null
}

export const emptyQuiz: QuizState = {
  bank: { kind: 'absent' },
  due: new Set(),
  layouts: { kind: 'absent' },
  place: { kind: 'start', resumable: null },
  explaining: { kind: 'idle' },
  keeping: { kind: 'kept' },
  past: { events: [], sessions: [], unreadable: 0, failure: null },
}

export const selectBank = (state: QuizState): BankState => state.bank
export const selectDue = (state: QuizState): ReadonlySet<string> => state.due
export const selectLayouts = (state: QuizState): Reading<ExamLayouts> => state.layouts
export const selectPlace = (state: QuizState): QuizPlace => state.place
export const selectExplaining = (state: QuizState): Explaining => state.explaining
export const selectKeeping = (state: QuizState): Keeping => state.keeping
export const selectPast = (state: QuizState): Past => state.past

/** The session of a place, also one that only could be resumed. */
export function sessionIn(place: QuizPlace): QuizSession | null {
  return place.kind === 'start' ? place.resumable : place.session
}

/** A place with its session changed. One that has ended is at its result. */
export function withSession(place: QuizPlace, changed: QuizSession): QuizPlace {
  if (place.kind === 'start') return { ...place, resumable: changed }
  return { kind: changed.endedAt === null ? 'session' : 'result', session: changed }
}
