import type { Counted } from '../quiz/summary.ts'
import { counted } from '../quiz/summary.ts'
import type { LocalDay } from '#lib/local-day.ts'
import type { Memories } from './memory.ts'
import { recalls } from './memory.ts'

/** How many questions come due on each of the next days. The first day has all that is overdue. */
export function forecast(memories: Memories, today: LocalDay, days: number): readonly number[] {
  const counts = new Array<number>(days).fill(0)
  for (const { learnt } of memories.values()) {
    const day = Math.max(0, learnt.dueOn - today)
    if (day < days) counts[day] = (counts[day] ?? 0) + 1
  }
  return counts
}

/**
 * Retention as it was: of questions that had been learnt on an earlier day and were asked since then, how many were still known,
 * with the 95 % interval.
 */
export interface TrueRetention extends Counted {
  /** What the schedule had expected of the same reviews, as a mean probability; null without reviews. */
  readonly expected: number | null
}

export function trueRetention(memories: Memories, since: LocalDay): TrueRetention {
  const reviews = [...memories.values()].flatMap((memory) => recalls(memory.reviews)).filter(({ on }) => on >= since)
  const expected = reviews.reduce((sum, review) => sum + review.expected, 0)
  return {
    ...counted(reviews.map(({ grade }) => ({ correct: grade !== 'again' }))),
    expected: reviews.length === 0 ? null : expected / reviews.length,
  }
}
