import type { Result } from '#lib/result.ts'
import type { Instant } from '#lib/time.ts'
import { instant, milliseconds } from '#lib/time.ts'
import { startMock } from '#domain/exam/mock-session.ts'
import type { Question, QuestionBank } from '#domain/question-bank/question.ts'
import type { Explanation } from '#domain/quiz/explanation.ts'
import { gradeItem } from '#domain/quiz/grading.ts'
import { chooseOption, setConfidence } from '#domain/quiz/item-work.ts'
import type { QuizFilter } from '#domain/quiz/quiz-filter.ts'
import type { Attempt } from '#domain/quiz/review-event.ts'
import type { Confidence, ItemWork, QuizSession } from '#domain/quiz/session.ts'
import { resumeSession } from '#domain/quiz/session-time.ts'
import type { SessionBeginnings } from '#domain/quiz/start-session.ts'
import { startSession } from '#domain/quiz/start-session.ts'
import { aProvenance } from './conversations.ts'
import { aSmallExam } from './exams.ts'
import { aBank, aQuestion } from './questions.ts'

// For tests: sessions and what belongs to them with defaults, of which a test shows only what matters to it.

/** Always draws the first of what is left. */
export const noChance = (): number => 0

export function aFilter(parts: Partial<QuizFilter> = {}): QuizFilter {
  return {
    ...{ language: 'en', kinds: null, subjects: null, tags: null, states: null, count: 20, order: 'shuffled' },
    ...parts,
  }
}

export function questions(count: number, parts: Partial<Question> = {}): readonly Question[] {
  return Array.from({ length: count }, (_, index) => aQuestion({ id: `q${index + 1}`, ...parts }))
}

export function beginnings(parts: Partial<SessionBeginnings> = {}): SessionBeginnings {
  return {
    ...{ id: 's1', mode: 'tutor', allowed: null, now: instant(1_000), chance: noChance },
    statesOf: () => new Set(['unused']),
    ...parts,
  }
}

/** Three questions with the key after each, shown since 1 s. */
export function aSession(bank: QuestionBank = aBank(questions(3))): QuizSession {
  return value(startSession(bank, aFilter(), beginnings()))
}

/** The same three as one block of ten minutes. */
export function aTimedSession(bank: QuestionBank = aBank(questions(3))): QuizSession {
  return value(startSession(bank, aFilter(), beginnings({ mode: 'timed', allowed: milliseconds(600_000) })))
}

export function aMockBank(): QuestionBank {
  return aBank([
    ...questions(3, { subject: 'law' }).map((question, index) => ({ ...question, id: `law${index + 1}` })),
    ...questions(3, { subject: 'general' }).map((question, index) => ({ ...question, id: `general${index + 1}` })),
  ])
}

/** A mock by `aSmallExam`, its first block begun at 1 s. */
export function aMock(): QuizSession {
  const started = startMock(aSmallExam(), aMockBank(), {
    ...{ id: 's1', now: instant(1_000), chance: noChance, timeFactor: 1 },
  })
  return resumeSession(value(started), instant(1_000))
}

/** Ids in a row, for whatever needs new ones. */
export function idsInARow(prefix = 'a'): () => string {
  let count = 0
  return () => `${prefix}${(count += 1)}`
}

/** Answers the current item: right for a session of `aQuestion`s is C. */
export function answered(
  session: QuizSession,
  choice: Attempt['choice'],
  confidence: Confidence = 'mostly',
  now: Instant = instant(61_000),
): { readonly session: QuizSession; readonly attempt: Attempt } {
  const chosen = setConfidence(chooseOption(session, choice), confidence)
  const graded = value(gradeItem(chosen, { now, newId: () => `a${session.current + 1}` }))
  const [attempt] = graded.attempts
  if (attempt === undefined) throw new Error('No attempt was made')
  return { session: graded.session, attempt }
}

/** What was done with an item. */
export function workOf(session: QuizSession, index: number = session.current): ItemWork {
  const item = session.items[index]
  if (item === undefined) throw new Error(`No item ${index}`)
  return item.work
}

export function anAttempt(parts: Partial<Attempt> = {}): Attempt {
  return {
    kind: 'attempt',
    id: 'a1',
    at: instant(1_000),
    bankId: 'bank',
    questionId: 'q1',
    sessionId: 's0',
    choice: 'C',
    answers: ['C'],
    correct: true,
    confidence: 'mostly',
    tookMs: milliseconds(60_000),
    ...parts,
  }
}

export function anExplanation(parts: Partial<Explanation> = {}): Explanation {
  return {
    at: instant(70_000),
    text: '<think>clues</think>\n\\boxed{B}',
    format: { open: '<think>', close: '</think>', startsIn: 'answer' },
    ending: { kind: 'complete' },
    named: { kind: 'answer', label: 'B', rule: 'boxed', ambiguous: false },
    provenance: aProvenance(),
    ...parts,
  }
}

/** The value of what must have gone well. */
export function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}
