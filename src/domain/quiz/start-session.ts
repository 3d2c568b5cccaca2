import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Instant, Milliseconds } from '#lib/time.ts'
import { milliseconds } from '#lib/time.ts'
import type { Question, QuestionBank } from '../question-bank/question.ts'
import type { QuestionState, QuizFilter } from './quiz-filter.ts'
import type { OpenItem, QuizSession, SessionMode } from './session.ts'
import { untouched } from './session.ts'
import { resumeSession } from './session-time.ts'

/** What a new session is made of besides the bank and the wish. `chance` gives numbers in [0, 1). */
export interface SessionBeginnings {
  readonly id: string
  readonly mode: Exclude<SessionMode, 'mock'>
  /** For the whole of it; null without limit. */
  readonly allowed: Milliseconds | null
  readonly now: Instant
  readonly chance: () => number
  readonly statesOf: StatesOf
}

/** What earlier work says of a question of the bank. */
export type StatesOf = (question: Question) => ReadonlySet<QuestionState>

/**
 * Draws questions without repetition. What was never answered, or was last answered wrong, comes before what was last
 * answered right; within that chance decides, and the order of the items tells nothing about it. Questions of one group stay
 * together, in their order. Where there are fewer questions than wished for, all are taken.
 */
export function startSession(
  bank: QuestionBank,
  filter: QuizFilter,
  beginnings: SessionBeginnings,
): Result<QuizSession, 'noQuestions'> {
  const { id, mode, allowed, now, chance, statesOf } = beginnings
  const found = matchingQuestions(bank, filter, statesOf)
  const chosen = filter.order === 'bank' ? found.slice(0, filter.count) : drawn(found, filter.count, chance, statesOf)
  if (chosen.length === 0) return fail('noQuestions')
  const items = chosen.map((question) => openItem(question, bank.id))
  const session: QuizSession = {
    ...{ id, mode, filter, layoutId: null, startedAt: now, endedAt: null, current: 0, items, block: 0 },
    blocks: [{ name: null, first: 0, count: items.length, allowed, used: milliseconds(0), isHandedIn: false }],
    ...{ tickedAt: null, undo: [] },
  }
  return succeed(resumeSession(session, now))
}

/** The questions of a bank that a filter lets through, its count aside. */
export function matchingQuestions(
  bank: QuestionBank,
  filter: Omit<QuizFilter, 'count' | 'order'>,
  statesOf: StatesOf,
): readonly Question[] {
  return bank.questions.filter((question) => {
    const { language, kind, subject, tags } = question
    if (language !== filter.language) return false
    if (filter.kinds !== null && !filter.kinds.includes(kind)) return false
    if (filter.subjects !== null && !filter.subjects.includes(subject)) return false
    if (filter.tags !== null && !tags.some((tag) => filter.tags?.includes(tag))) return false
    if (filter.states === null) return true
    const states = statesOf(question)
    return filter.states.some((state) => states.has(state))
  })
}

export function openItem(question: Question, bankId: string, examSubject: string | null = null): OpenItem {
  return { kind: 'open', question, bankId, examSubject, work: untouched, spent: milliseconds(0) }
}

/** Questions in runs: those of one group together, every other by itself. */
export function inGroups(questions: readonly Question[]): readonly (readonly Question[])[] {
  const runs = new Map<string, Question[]>()
  for (const question of questions) {
    const key = question.group === null ? `question ${question.id}` : `group ${question.group.id}`
    const run = runs.get(key)
    if (run === undefined) runs.set(key, [question])
    else run.push(question)
  }
  return [...runs.values()]
}

/** Fisher and Yates. */
export function shuffled<T>(values: readonly T[], chance: () => number): readonly T[] {
  const all = [...values]
  for (let place = 0; place < all.length - 1; place += 1) {
    const other = place + Math.floor(chance() * (all.length - place))
    const [a, b] = [all[place], all[other]]
    if (a === undefined || b === undefined) continue
    all[place] = b
    all[other] = a
  }
  return all
}

function drawn(
  questions: readonly Question[],
  count: number,
  chance: () => number,
  statesOf: StatesOf,
): readonly Question[] {
  const isWanted = (run: readonly Question[]): boolean =>
    run.some((question) => {
      const states = statesOf(question)
      return states.has('unused') || states.has('wrong') || states.has('due')
    })
  const runs = shuffled(inGroups(questions), chance)
  const ranked = [...runs.filter(isWanted), ...runs.filter((run) => !isWanted(run))]
  const taken: (readonly Question[])[] = []
  let left = count
  for (const run of ranked) {
    if (left <= 0) break
    taken.push(run.slice(0, left))
    left -= run.length
  }
  return shuffled(taken, chance).flat()
}
