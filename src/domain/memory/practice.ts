import { questionKey } from '../quiz/question-states.ts'
import type { Attempt } from '../quiz/review-event.ts'
import type { QuizSession } from '../quiz/session.ts'
import type { Counted } from '../quiz/summary.ts'
import { counted, gradedItems } from '../quiz/summary.ts'
import { grouped } from './grouped.ts'
import type { LocalDay, Zone } from '#lib/local-day.ts'
import { asLocalDay, localDay } from '#lib/local-day.ts'

/** For how many days in a row, up to today or yesterday, there was an answer. */
export function streak(days: Iterable<LocalDay>, today: LocalDay): number {
  const known = new Set<number>(days)
  const last = known.has(today) ? today : today - 1
  let count = 0
  while (known.has(last - count)) count += 1
  return count
}

/** The answers of a day. */
export interface DayOfPractice extends Counted {
  readonly day: LocalDay
}

/** The last days up to today, oldest first; those without an answer too. */
export function answersByDay(
  attempts: readonly Attempt[],
  zone: Zone,
  today: LocalDay,
  days: number,
): readonly DayOfPractice[] {
  const byDay = grouped(attempts, ({ at }) => localDay(at, zone))
  return Array.from({ length: days }, (_, index) => {
    const day = asLocalDay(today - days + 1 + index)
    return { day, ...counted(byDay.get(day) ?? []) }
  })
}

export interface SubjectOfPractice extends Counted {
  readonly subject: string
}

/** Answers by subject, the most answered first. Those to questions that are not here any more are left out. */
export function answersBySubject(
  attempts: readonly Attempt[],
  subjectOf: (key: string) => string | undefined,
): readonly SubjectOfPractice[] {
  const subjectOfAttempt = ({ bankId, questionId }: Attempt) => subjectOf(questionKey(bankId, questionId))
  return [...grouped(attempts, subjectOfAttempt)]
    .flatMap(([subject, same]) => (subject === undefined ? [] : [{ subject, ...counted(same) }]))
    .sort((a, b) => b.tally.answered - a.tally.answered || (a.subject < b.subject ? -1 : 1))
}

export interface SessionOfPractice extends Counted {
  readonly session: QuizSession
}

/** The last sessions in which something was answered, oldest first. */
export function sessionTrend(sessions: readonly QuizSession[], most: number): readonly SessionOfPractice[] {
  return sessions
    .map((session) => ({ session, ...counted(gradedItems(session.items)) }))
    .filter(({ tally }) => tally.answered > 0)
    .sort((a, b) => a.session.startedAt - b.session.startedAt)
    .slice(-most)
}
