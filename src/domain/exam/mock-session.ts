import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Instant } from '#lib/time.ts'
import { milliseconds } from '#lib/time.ts'
import type { Question, QuestionBank } from '../question-bank/question.ts'
import type { Block, OpenItem, QuizSession } from '../quiz/session.ts'
import { inGroups, openItem, shuffled } from '../quiz/start-session.ts'
import type { ExamLayout, ExamSection, ExamSession } from './exam-layout.ts'
import { isComplete } from './exam-layout.ts'

/** Where a layout's questions come from. `chance` gives numbers in [0, 1). */
export interface MockBeginnings {
  readonly id: string
  readonly now: Instant
  readonly chance: () => number
  /** Factor on every time limit, as for an examinee with extended time; null lifts the limits. */
  readonly timeFactor: number | null
}

/** A section of a layout that the bank cannot fill. */
export interface ShortSection {
  readonly session: ExamSession
  readonly section: ExamSection
  readonly found: number
}

/**
 * Puts a mock together: a block for each sitting, its sections one after the other, no question twice. A section takes the
 * questions whose subject or tag is that of the section; where a bank has none such, any question that no section of the
 * layout claims. What cannot be filled is named, and there is no mock then; nor is there one of a layout that is not complete.
 */
export function startMock(
  layout: ExamLayout,
  bank: QuestionBank,
  { id, now, chance, timeFactor }: MockBeginnings,
): Result<QuizSession, readonly ShortSection[]> {
  const take = openPools(layout, bank, chance)
  const items: OpenItem[] = []
  const blocks: Block[] = []
  const short: ShortSection[] = []
  for (const session of layout.sessions) {
    const first = items.length
    for (const section of session.sections) {
      const questions = take(section)
      if (questions.length < section.items) short.push({ session, section, found: questions.length })
      items.push(...questions.map((question) => openItem(question, bank.id, section.subject)))
    }
    const allowed = timeFactor === null ? null : milliseconds(Math.round(session.minutes * 60_000 * timeFactor))
    const count = items.length - first
    blocks.push({ name: session.name, first, count, allowed, used: milliseconds(0), isHandedIn: false })
  }
  if (short.length > 0 || !isComplete(layout)) return fail(short)
  return succeed({
    ...{ id, mode: 'mock', filter: null, layoutId: layout.id, startedAt: now, endedAt: null },
    ...{ current: 0, items, block: 0, blocks, tickedAt: null, undo: [] },
  })
}

/** Whether a question says that it belongs to a subject of an examination. */
export function belongsTo({ subject, tags }: Question, examSubject: string): boolean {
  return subject === examSubject || tags.includes(examSubject)
}

/** Questions that stay together: those of one group, or one by itself. */
type Run = readonly Question[]

/**
 * Gives the questions of one section after the other, each question once. What only one subject can use comes before what
 * several can, so that no section takes from another what it could do without.
 */
function openPools(layout: ExamLayout, bank: QuestionBank, chance: () => number) {
  const subjects = [...new Set(layout.sessions.flatMap(({ sections }) => sections.map(({ subject }) => subject)))]
  const questions = bank.questions.filter(({ language }) => language === layout.language)
  const claims = (question: Question): number => subjects.filter((subject) => belongsTo(question, subject)).length
  const inChance = (some: readonly Question[]): readonly Run[] => shuffled(inGroups(some), chance)
  const unclaimed = inChance(questions.filter((question) => claims(question) === 0))
  const pools = new Map(
    subjects.map((subject) => {
      const own = inChance(questions.filter((question) => belongsTo(question, subject)))
      const mostClaimed = (run: Run): number => Math.max(...run.map(claims))
      return [subject, own.length === 0 ? unclaimed : own.toSorted((a, b) => mostClaimed(a) - mostClaimed(b))]
    }),
  )
  const given = new Set<string>()
  return ({ subject, items }: ExamSection): readonly Question[] => {
    const left = (pools.get(subject) ?? [])
      .map((run) => run.filter((question) => !given.has(question.id)))
      .filter((run) => run.length > 0)
    const taken = shuffled(drawn(left, items), chance).flat()
    for (const question of taken) given.add(question.id)
    return taken
  }
}

/** So many questions of some runs, as whole runs; where no runs come to that number, one of them is torn. */
function drawn(runs: readonly Run[], items: number): readonly Run[] {
  const whole = nearestSum(
    runs.map((run) => run.length),
    items,
  )
  const taken = runs.filter((_, index) => whole.has(index))
  const torn = runs.find((_, index) => !whole.has(index)) ?? []
  return [...taken, torn.slice(0, items - taken.flat().length)]
}

/**
 * Which of some lengths, by index, sum up to a number, or as near below it as any do. The first ones that do are taken, so that
 * their order decides.
 */
function nearestSum(lengths: readonly number[], most: number): ReadonlySet<number> {
  /** The sums that can be made, each with the last index that it takes: -1 takes none. */
  const made = new Map([[0, -1]])
  for (const [index, length] of lengths.entries()) {
    for (let sum = most; sum >= length; sum -= 1) {
      if (!made.has(sum) && made.has(sum - length)) made.set(sum, index)
    }
    if (made.has(most)) break
  }
  const chosen = new Set<number>()
  let sum = Math.max(...made.keys())
  for (let index = made.get(sum) ?? -1; index >= 0; index = made.get(sum) ?? -1) {
    chosen.add(index)
    sum -= lengths[index] ?? 0
  }
  return chosen
}
