import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Instant, Milliseconds } from '#lib/time.ts'
import { elapsed, milliseconds } from '#lib/time.ts'
import type { OptionLabel, Question, QuestionKind, QuestionLanguage } from '../question-bank/question.ts'
import { isAnswer } from '../question-bank/question.ts'
import type { Explanation } from './explanation.ts'
import type { Attempt } from './review-event.ts'

/** How sure a student says to be, from least to most. Said before the key is shown. */
export const confidences = ['guess', 'unsure', 'mostly', 'certain'] as const
export type Confidence = (typeof confidences)[number]

/** Which questions a student wants. Null takes all kinds, or all subjects. */
export interface QuizFilter {
  readonly language: QuestionLanguage
  readonly kinds: readonly QuestionKind[] | null
  readonly subjects: readonly string[] | null
  readonly count: number
}

/**
 * A walk through some questions with the key after each. It carries its questions, so that it can be resumed when the
 * bank is gone or has changed. There is at least one item, and `current` is the index of one.
 */
export interface QuizSession {
  readonly id: string
  readonly bankId: string
  readonly filter: QuizFilter
  readonly startedAt: Instant
  /** When the student left it for the result; null while it can be gone on with. */
  readonly endedAt: Instant | null
  readonly current: number
  readonly items: readonly QuizItem[]
}

export type QuizItem = OpenItem | GradedItem

export interface OpenItem {
  readonly kind: 'open'
  readonly question: Question
  readonly choice: OptionLabel | null
  readonly confidence: Confidence | null
  readonly struck: readonly OptionLabel[]
  /** Since when it has been on screen; null while it is not. */
  readonly shownSince: Instant | null
  /** How long it was on screen before that. */
  readonly spent: Milliseconds
}

/** An item whose key the student has seen. Only here is there room for what a model says about it. */
export interface GradedItem {
  readonly kind: 'graded'
  readonly question: Question
  readonly attemptId: string
  readonly choice: OptionLabel
  readonly confidence: Confidence
  readonly struck: readonly OptionLabel[]
  readonly correct: boolean
  readonly gradedAt: Instant
  readonly took: Milliseconds
  readonly explanation: Explanation | null
}

/** What is still missing before an item can be graded. */
export type GradeRefusal = 'noChoice' | 'noConfidence' | 'alreadyGraded'

export interface Graded {
  readonly session: QuizSession
  readonly attempt: Attempt
}

export function currentItem(session: QuizSession): QuizItem {
  const item = session.items[session.current]
  if (item === undefined) throw new Error(`A session without item ${session.current}`)
  return item
}

/** Chooses an option of the current item. A struck one is taken back, since nobody means both. */
export function chooseOption(session: QuizSession, label: OptionLabel): QuizSession {
  return changeOpen(session, (item) => {
    if (!hasOption(item, label) || item.choice === label) return item
    return { ...item, choice: label, struck: item.struck.filter((other) => other !== label) }
  })
}

/** Strikes an option of the current item out, or takes that back. Striking the chosen one leaves nothing chosen. */
export function strikeOption(session: QuizSession, label: OptionLabel): QuizSession {
  return changeOpen(session, (item) => {
    if (!hasOption(item, label)) return item
    if (item.struck.includes(label)) return { ...item, struck: item.struck.filter((other) => other !== label) }
    return { ...item, struck: [...item.struck, label], choice: item.choice === label ? null : item.choice }
  })
}

export function setConfidence(session: QuizSession, confidence: Confidence): QuizSession {
  return changeOpen(session, (item) => (item.confidence === confidence ? item : { ...item, confidence }))
}

/** Grades the current item by its key, and nothing else. */
export function gradeItem(
  session: QuizSession,
  { now, attemptId }: { readonly now: Instant; readonly attemptId: string },
): Result<Graded, GradeRefusal> {
  const item = currentItem(session)
  if (item.kind === 'graded') return fail('alreadyGraded')
  const { question, choice, confidence, struck } = item
  if (choice === null) return fail('noChoice')
  if (confidence === null) return fail('noConfidence')
  const graded: GradedItem = {
    ...{ kind: 'graded', question, attemptId, choice, confidence, struck },
    ...{ correct: isAnswer(question, choice), gradedAt: now, took: timeSpent(item, now), explanation: null },
  }
  return succeed({ session: withItem(session, session.current, graded), attempt: attemptOf(session, graded) })
}

/** What the log says of a graded item. */
export function attemptOf({ id, bankId }: QuizSession, item: GradedItem): Attempt {
  return {
    kind: 'attempt',
    id: item.attemptId,
    at: item.gradedAt,
    bankId,
    questionId: item.question.id,
    sessionId: id,
    choice: item.choice,
    answers: item.question.answers,
    correct: item.correct,
    confidence: item.confidence,
    tookMs: item.took,
  }
}

/** Grades that a session has and the log lacks, as the log should have them: its last writes may have failed. */
export function unloggedAttempts(session: QuizSession, logged: ReadonlySet<string>): readonly Attempt[] {
  return session.items.flatMap((item) =>
    item.kind === 'graded' && !logged.has(item.attemptId) ? [attemptOf(session, item)] : [],
  )
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

/** Turns to an item; past either end nothing happens. The time of an open item runs only while it is shown. */
export function goTo(session: QuizSession, index: number, now: Instant): QuizSession {
  if (index === session.current || session.items[index] === undefined) return session
  const left = pauseSession(session, now)
  return resumeSession({ ...left, current: index }, now)
}

export function nextItem(session: QuizSession, now: Instant): QuizSession {
  return goTo(session, session.current + 1, now)
}

export function previousItem(session: QuizSession, now: Instant): QuizSession {
  return goTo(session, session.current - 1, now)
}

/** The current item is no longer looked at: its time stops. */
export function pauseSession(session: QuizSession, now: Instant): QuizSession {
  return changeOpen(session, (item) =>
    item.shownSince === null ? item : { ...item, spent: timeSpent(item, now), shownSince: null },
  )
}

/** The current item is looked at again, and its time goes on. */
export function resumeSession(session: QuizSession, now: Instant): QuizSession {
  return changeOpen(session, (item) => (item.shownSince === null ? { ...item, shownSince: now } : item))
}

/** Closes the session: what is still open stays unanswered. */
export function endSession(session: QuizSession, now: Instant): QuizSession {
  return session.endedAt === null ? { ...pauseSession(session, now), endedAt: now } : session
}

/** Whether every item has been graded. */
export function isFinished(session: QuizSession): boolean {
  return session.items.every((item) => item.kind === 'graded')
}

/**
 * The session with the attempts of the log that it had not kept: the page may have closed between the two. Grading an
 * item twice would count one look at a question as two.
 */
export function withLoggedAttempts(session: QuizSession, attempts: readonly Attempt[]): QuizSession {
  return attempts.reduce((known, attempt) => {
    if (attempt.sessionId !== session.id) return known
    const index = known.items.findIndex((item) => item.question.id === attempt.questionId)
    const item = known.items[index]
    if (item?.kind !== 'open') return known
    const { choice, confidence, correct, at, tookMs, id } = attempt
    const { question, struck } = item
    return withItem(known, index, {
      ...{ kind: 'graded', question, struck, choice, confidence, correct },
      ...{ attemptId: id, gradedAt: at, took: tookMs, explanation: null },
    })
  }, session)
}

function indexOfAttempt(session: QuizSession, attemptId: string): number {
  return session.items.findIndex((item) => item.kind === 'graded' && item.attemptId === attemptId)
}

function timeSpent({ spent, shownSince }: OpenItem, now: Instant): Milliseconds {
  return shownSince === null ? spent : milliseconds(spent + elapsed(shownSince, now))
}

function hasOption(item: OpenItem, label: OptionLabel): boolean {
  return item.question.options.some((option) => option.label === label)
}

function changeOpen(session: QuizSession, change: (item: OpenItem) => OpenItem): QuizSession {
  const item = currentItem(session)
  if (item.kind === 'graded') return session
  const changed = change(item)
  return changed === item ? session : withItem(session, session.current, changed)
}

function withItem(session: QuizSession, index: number, item: QuizItem): QuizSession {
  return { ...session, items: session.items.with(index, item) }
}
