import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Instant } from '#lib/time.ts'
import { milliseconds } from '#lib/time.ts'
import type { Question, QuestionBank } from '../question-bank/question.ts'
import type { Attempt } from './review-event.ts'
import type { OpenItem, QuizFilter, QuizSession } from './session.ts'
import { resumeSession } from './session.ts'

/** What a new session is made of besides the bank and the wish. `chance` gives numbers in [0, 1). */
export interface SessionBeginnings {
  readonly id: string
  readonly now: Instant
  readonly chance: () => number
  /** Earlier attempts, in the order of time. */
  readonly history?: readonly Attempt[]
}

/**
 * Draws questions without repetition. What was never answered, or was last answered wrong, comes before what was last
 * answered right; within that chance decides, and the order of the items tells nothing about it. Where there are fewer
 * questions than wished for, all are taken.
 */
export function startSession(
  bank: QuestionBank,
  filter: QuizFilter,
  { id, now, chance, history = [] }: SessionBeginnings,
): Result<QuizSession, 'noQuestions'> {
  const known = lastRight(bank.id, history)
  const pool = shuffled(matchingQuestions(bank, filter), chance)
  const ranked = [...pool.filter((question) => !known.has(question.id)), ...pool.filter(({ id }) => known.has(id))]
  const items = shuffled(ranked.slice(0, Math.max(0, filter.count)), chance).map(openItem)
  if (items.length === 0) return fail('noQuestions')
  return succeed(resumeSession({ id, bankId: bank.id, filter, startedAt: now, endedAt: null, current: 0, items }, now))
}

/** The questions of a bank that a filter lets through, its count aside. */
export function matchingQuestions(bank: QuestionBank, filter: Omit<QuizFilter, 'count'>): readonly Question[] {
  return bank.questions.filter(
    ({ language, kind, subject }) =>
      language === filter.language &&
      (filter.kinds === null || filter.kinds.includes(kind)) &&
      (filter.subjects === null || filter.subjects.includes(subject)),
  )
}

/** The questions of a bank whose last attempt was right. */
function lastRight(bankId: string, history: readonly Attempt[]): ReadonlySet<string> {
  const right = new Set<string>()
  for (const attempt of history) {
    if (attempt.bankId !== bankId) continue
    if (attempt.correct) right.add(attempt.questionId)
    else right.delete(attempt.questionId)
  }
  return right
}

function openItem(question: Question): OpenItem {
  return {
    kind: 'open',
    question,
    choice: null,
    confidence: null,
    struck: [],
    shownSince: null,
    spent: milliseconds(0),
  }
}

/** Fisher and Yates. */
function shuffled<T>(values: readonly T[], chance: () => number): readonly T[] {
  const rest = [...values]
  const drawn: T[] = []
  while (rest.length > 0) drawn.push(...rest.splice(Math.floor(chance() * rest.length), 1))
  return drawn
}
