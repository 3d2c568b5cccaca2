import type { Grade } from 'ts-fsrs'
import { createEmptyCard, fsrs, Rating, State } from 'ts-fsrs'
import type { RecallGrade } from '../quiz/recall-grade.ts'
import type { LocalDay } from '#lib/local-day.ts'
import { asLocalDay, dayMs } from '#lib/local-day.ts'

/** What FSRS-6 knows of a question. */
export interface Learnt {
  /** In days: after so many, nine of ten such questions are still known. */
  readonly stability: number
  /** From 1, easy, to 10. */
  readonly difficulty: number
  /** The day of the last review that counted. */
  readonly on: LocalDay
  readonly dueOn: LocalDay
}

export interface Scheduler {
  /** What is known after a review on a day; null before it is a question that was never asked. */
  review(before: Learnt | null, on: LocalDay, grade: RecallGrade): Learnt
  /** The probability that a question is known on a day. */
  recall(learnt: Learnt, on: LocalDay): number
}

const ratings: Readonly<Record<RecallGrade, Grade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
}

/**
 * FSRS-6 with its published weights, without chance, and without steps inside a day, since a question seen ten minutes ago tests
 * the eye and not memory. It counts days between dates of UTC, so it is given the student's days as such.
 */
export function openScheduler(desiredRetention: number): Scheduler {
  const scheduler = fsrs({ request_retention: desiredRetention, enable_fuzz: false, enable_short_term: false })
  return {
    review(before, on, grade) {
      const card = before === null ? createEmptyCard(dateOf(on)) : cardOf(before, on)
      const { stability, difficulty, due } = scheduler.next(card, dateOf(on), ratings[grade]).card
      return { stability, difficulty, on, dueOn: asLocalDay(due.getTime() / dayMs) }
    },
    recall: ({ on: last, stability }, on) => scheduler.forgetting_curve(Math.max(0, on - last), stability),
  }
}

/** A clock that was set back does not turn time round: no days have passed then. */
function cardOf({ stability, difficulty, on: last, dueOn }: Learnt, on: LocalDay) {
  const lastReview = dateOf(asLocalDay(Math.min(last, on)))
  return {
    ...createEmptyCard(dateOf(dueOn)),
    ...{ stability, difficulty, last_review: lastReview, state: State.Review, reps: 1 },
  }
}

function dateOf(day: LocalDay): Date {
  return new Date(day * dayMs)
}
