import type { Instant } from '#lib/time.ts'
import { milliseconds } from '#lib/time.ts'
import type { Question } from '../question-bank/question.ts'
import type { QuizSession } from './session.ts'
import { resumeSession } from './session-time.ts'
import { openItem } from './start-session.ts'

/** A question that is to be reviewed, and the bank that it is of. */
export interface ReviewItem {
  readonly question: Question
  readonly bankId: string
}

/** A session of questions that the schedule chose, in its order. There is at least one. */
export function reviewSession(
  items: readonly ReviewItem[],
  { id, now }: { readonly id: string; readonly now: Instant },
): QuizSession {
  const session: QuizSession = {
    ...{ id, mode: 'review', filter: null, layoutId: null, startedAt: now, endedAt: null, current: 0 },
    items: items.map(({ question, bankId }) => openItem(question, bankId)),
    ...{ block: 0, tickedAt: null, undo: [] },
    blocks: [{ name: null, first: 0, count: items.length, allowed: null, used: milliseconds(0), isHandedIn: false }],
  }
  return resumeSession(session, now)
}
