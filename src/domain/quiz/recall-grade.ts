import type { Milliseconds } from '#lib/time.ts'
import type { Attempt } from './review-event.ts'

/** What an attempt says of memory, in the four grades of FSRS. */
export const recallGrades = ['again', 'hard', 'good', 'easy'] as const
export type RecallGrade = (typeof recallGrades)[number]

/** What the grade of an attempt depends on. */
export type GradedAttempt = Pick<Attempt, 'correct' | 'confidence' | 'tookMs'>

/**
 * The grade of an attempt, from its correctness, the confidence and the time beside the student's usual one for a question
 * (null while that is not known).
 *
 * A wrong answer was forgotten, and a right one that was called a guess was not recalled either: among five options chance
 * alone is right one time in five. `unsure` is `hard`; so is `mostly` when it took more than twice the usual time. `certain`
 * is `good`, and `easy` in less than half the usual time.
 */
export function recallGrade({ correct, confidence, tookMs }: GradedAttempt, usual: Milliseconds | null): RecallGrade {
  if (!correct || confidence === 'guess') return 'again'
  if (confidence === 'unsure') return 'hard'
  const isSlow = usual !== null && tookMs > 2 * usual
  const isQuick = usual !== null && tookMs < usual / 2
  if (confidence === 'certain') return isQuick ? 'easy' : 'good'
  return isSlow ? 'hard' : 'good'
}
