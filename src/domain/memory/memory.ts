import type { Attempt } from '../quiz/review-event.ts'
import type { RecallGrade } from '../quiz/recall-grade.ts'
import type { LocalDay } from '#lib/local-day.ts'
import type { Learnt } from './scheduler.ts'

/** What is remembered of one question: what the schedule knows of it, and its reviews, oldest first. */
export interface Memory {
  readonly bankId: string
  readonly questionId: string
  readonly learnt: Learnt
  readonly reviews: readonly Review[]
}

/** An attempt as memory counts it. */
export interface Review {
  readonly attempt: Attempt
  readonly on: LocalDay
  readonly grade: RecallGrade
  /** Whether the student set the grade and not the rule. */
  readonly isChanged: boolean
  /**
   * The probability of recall on that day by the schedule. Null where the answer tells nothing of memory: the question was new, or
   * had been seen on the same day.
   */
  readonly expected: number | null
}

/** Memories by `questionKey`. */
export type Memories = ReadonlyMap<string, Memory>

/** How often a question that had been learnt was forgotten. */
export function lapsesOf({ reviews }: Memory): number {
  return recalls(reviews).filter(({ grade }) => grade === 'again').length
}

/** From so many lapses on, a question wants another way of learning: asking it again takes more time than it gives. */
export const leechFrom = 4
/** So many times known in a row, and it is a leech no more. */
const curedBy = 3

export function isLeech(memory: Memory): boolean {
  const last = recalls(memory.reviews).slice(-curedBy)
  return lapsesOf(memory) >= leechFrom && last.some(({ grade }) => grade === 'again')
}

/** The reviews that tell of memory. */
export function recalls(reviews: readonly Review[]): readonly (Review & { readonly expected: number })[] {
  return reviews.filter((review): review is Review & { readonly expected: number } => review.expected !== null)
}
