import type { Due } from '#domain/memory/due-questions.ts'
import type { DiaryLine } from '#domain/memory/error-diary.ts'
import type { LocalDay } from '#lib/local-day.ts'
import type { DayOfPractice, SessionOfPractice, SubjectOfPractice } from '#domain/memory/practice.ts'
import type { TrueRetention } from '#domain/memory/retention.ts'
import type { Question } from '#domain/question-bank/question.ts'
import type { CalibrationPoint } from '#domain/quiz/confidence-calibration.ts'

/** What is known of a student's memory, and how practice goes. */
export type MemoryState = { readonly kind: 'reading' } | { readonly kind: 'ready'; readonly view: MemoryView }

export interface MemoryView {
  readonly today: LocalDay
  /** How many questions were ever answered. */
  readonly known: number
  /** How many banks could not be read: their questions are missing here. */
  readonly unread: number
  /** Whether earlier work could not be read: what is shown comes from this visit alone. */
  readonly isPastMissing: boolean
  readonly desiredRetention: number
  /** What should be looked at again today, the most pressing first. */
  readonly due: readonly DueItem[]
  /** What was last answered wrong, due or not, in the same order. */
  readonly missed: readonly Due[]
  /** Of the next 30 days, today first: how many questions come due. */
  readonly forecast: readonly number[]
  /** Of the last 90 days. */
  readonly retention: TrueRetention
  readonly leeches: readonly Leech[]
  readonly diary: readonly DiaryItem[]
  readonly practice: Practice
}

/** A question that is due, and the probability that it is known today. */
export interface DueItem extends Due {
  readonly recall: number
}

/** A question that is forgotten again and again. */
export interface Leech {
  readonly key: string
  readonly question: Question
  readonly lapses: number
}

/** A line of the error diary with its question; null where that is not here any more. */
export interface DiaryItem extends DiaryLine {
  readonly question: Question | null
}

export interface Practice {
  readonly streak: number
  /** The last four weeks, today last. */
  readonly days: readonly DayOfPractice[]
  readonly subjects: readonly SubjectOfPractice[]
  /** The last sessions, newest last. */
  readonly sessions: readonly SessionOfPractice[]
  readonly calibration: readonly CalibrationPoint[]
}

export const selectMemory = (state: MemoryState): MemoryState => state
