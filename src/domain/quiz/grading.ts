import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Instant } from '#lib/time.ts'
import { isAnswer } from '../question-bank/question.ts'
import type { Explanation } from './explanation.ts'
import type { Attempt } from './review-event.ts'
import type { GradedItem, QuizItem, QuizSession } from './session.ts'
import { currentBlock, currentItem, isInBlock, showsKeyAtOnce, withBlock, withItem } from './session.ts'
import { pauseSession, tick } from './session-time.ts'

/** What is still missing before an item can be graded, or why it never can be by itself. */
export type GradeRefusal = 'noChoice' | 'noConfidence' | 'alreadyGraded' | 'withItsBlock'

export interface Graded {
  readonly session: QuizSession
  readonly attempts: readonly Attempt[]
}

/** When it is graded, and where the ids of attempts come from. */
export interface Grading {
  readonly now: Instant
  readonly newId: () => string
}

/** Grades the current item by its key, and nothing else. */
export function gradeItem(session: QuizSession, { now, newId }: Grading): Result<Graded, GradeRefusal> {
  const item = currentItem(session)
  if (item.kind !== 'open') return fail('alreadyGraded')
  if (!showsKeyAtOnce(session)) return fail('withItsBlock')
  if (item.work.choice === null) return fail('noChoice')
  if (item.work.confidence === null) return fail('noConfidence')
  const timed = tick(session, now)
  const graded = gradedItem(currentItem(timed), now, newId)
  const attempts = graded.kind === 'graded' ? [attemptOf(timed, graded)] : []
  return succeed({ session: withItem(timed, timed.current, graded), attempts })
}

/**
 * Hands the current block in. Where keys are shown then, what has an answer is graded; where they are shown at once, what was
 * chosen and not graded was not committed to. The rest stays unanswered. The next block waits to be begun; after the last one the
 * session has ended.
 */
export function handIn(session: QuizSession, { now, newId }: Grading): Graded {
  if (session.endedAt !== null) return { session, attempts: [] }
  const still = pauseSession(session, now)
  const block = currentBlock(still)
  const close = showsKeyAtOnce(session) ? unanswered : (item: QuizItem) => gradedItem(item, now, newId)
  const items = still.items.map((item, index) => (isInBlock(block, index) ? close(item) : item))
  const handedIn = withBlock({ ...still, items, undo: [] }, { ...block, isHandedIn: true })
  const before = new Set(graded(session.items).map(({ attemptId }) => attemptId))
  const attempts = graded(items)
    .filter(({ attemptId }) => !before.has(attemptId))
    .map((item) => attemptOf(session, item))
  return { session: turnToNextBlock(handedIn, now), attempts }
}

/**
 * Whether some of a block is graded that is graded as a whole: the page may have closed while its hand-in was being kept. Such
 * a block is to be handed in once more, see `withLoggedAttempts`.
 */
export function isHalfHandedIn(session: QuizSession): boolean {
  const block = currentBlock(session)
  const isGraded = ({ kind }: QuizItem, index: number): boolean => kind === 'graded' && isInBlock(block, index)
  return session.endedAt === null && !showsKeyAtOnce(session) && session.items.some(isGraded)
}

/** Ends the session with what is answered so far: every block that is left is handed in. */
export function endSession(session: QuizSession, grading: Grading): Graded {
  let ended: Graded = { session, attempts: [] }
  while (ended.session.endedAt === null) {
    const next = handIn(ended.session, grading)
    ended = { session: next.session, attempts: [...ended.attempts, ...next.attempts] }
  }
  return ended
}

/** Ends the session as it is: what was not graded is not committed to and stays unanswered, in whatever mode. */
export function giveUp(session: QuizSession, now: Instant): QuizSession {
  const still = pauseSession(session, now)
  const blocks = still.blocks.map((block) => ({ ...block, isHandedIn: true }))
  return session.endedAt === null
    ? { ...still, items: still.items.map(unanswered), blocks, endedAt: now, undo: [] }
    : session
}

/** What the log says of a graded item. */
export function attemptOf({ id }: Pick<QuizSession, 'id'>, item: GradedItem): Attempt {
  return {
    kind: 'attempt',
    id: item.attemptId,
    at: item.gradedAt,
    bankId: item.bankId,
    questionId: item.question.id,
    sessionId: id,
    choice: item.choice,
    answers: item.question.answers,
    correct: item.correct,
    confidence: item.confidence,
    tookMs: item.spent,
  }
}

/** Grades that a session has and the log lacks, as the log should have them: its last writes may have failed. */
export function unloggedAttempts(session: QuizSession, logged: ReadonlySet<string>): readonly Attempt[] {
  return graded(session.items)
    .filter(({ attemptId }) => !logged.has(attemptId))
    .map((item) => attemptOf(session, item))
}

/** Keeps what a model said with the item it was asked about. A session without that attempt stays as it is. */
export function explainItem(session: QuizSession, attemptId: string, explanation: Explanation): QuizSession {
  const index = indexOfAttempt(session, attemptId)
  const item = session.items[index]
  return item?.kind === 'graded' ? withItem(session, index, { ...item, explanation }) : session
}

export function hasAttempt(session: QuizSession, attemptId: string): boolean {
  return indexOfAttempt(session, attemptId) >= 0
}

/**
 * The session with the attempts of the log that it had not kept: the page may have closed between the two. Grading an
 * item twice would count one look at a question as two.
 */
export function withLoggedAttempts(session: QuizSession, attempts: readonly Attempt[]): QuizSession {
  return attempts.reduce((known, attempt) => {
    if (attempt.sessionId !== session.id) return known
    const isIt = ({ question, bankId }: QuizItem): boolean =>
      question.id === attempt.questionId && bankId === attempt.bankId
    const index = known.items.findIndex(isIt)
    const item = known.items[index]
    if (item?.kind !== 'open') return known
    const { choice, confidence, correct, at, tookMs, id } = attempt
    const graded: GradedItem = {
      ...{ ...item, kind: 'graded', work: { ...item.work, choice, confidence }, spent: tookMs },
      ...{ choice, confidence, correct, attemptId: id, gradedAt: at, explanation: null },
    }
    return withItem(known, index, graded)
  }, session)
}

function gradedItem(item: QuizItem, now: Instant, newId: () => string): QuizItem {
  if (item.kind !== 'open') return item
  const { choice, confidence } = item.work
  if (choice === null) return unanswered(item)
  return {
    ...{ ...item, kind: 'graded', choice, confidence, correct: isAnswer(item.question, choice) },
    ...{ attemptId: newId(), gradedAt: now, explanation: null },
  }
}

function unanswered(item: QuizItem): QuizItem {
  return item.kind === 'open' ? { ...item, kind: 'unanswered' } : item
}

function turnToNextBlock(session: QuizSession, now: Instant): QuizSession {
  const next = session.blocks[session.block + 1]
  if (next === undefined) return { ...session, endedAt: now }
  return { ...session, block: session.block + 1, current: next.first }
}

function graded(items: readonly QuizItem[]): readonly GradedItem[] {
  return items.filter((item) => item.kind === 'graded')
}

function indexOfAttempt(session: QuizSession, attemptId: string): number {
  return session.items.findIndex((item) => item.kind === 'graded' && item.attemptId === attemptId)
}
