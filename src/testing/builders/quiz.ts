import type { Result } from '#lib/result.ts'
import { instant, milliseconds } from '#lib/time.ts'
import type { Provenance } from '#domain/conversation/provenance.ts'
import type { Question, QuestionBank } from '#domain/question-bank/question.ts'
import { aBank, aQuestion } from './questions.ts'
import type { Explanation } from '#domain/quiz/explanation.ts'
import type { Attempt } from '#domain/quiz/review-event.ts'
import type { Confidence, QuizFilter, QuizSession } from '#domain/quiz/session.ts'
import { chooseOption, gradeItem, setConfidence } from '#domain/quiz/session.ts'
import { startSession } from '#domain/quiz/start-session.ts'

// For tests: sessions and what belongs to them with defaults, of which a test shows only what matters to it.

/** Always draws the first of what is left. */
export const noChance = (): number => 0

export function aFilter(parts: Partial<QuizFilter> = {}): QuizFilter {
  return { language: 'en', kinds: null, subjects: null, count: 20, ...parts }
}

export function questions(count: number, parts: Partial<Question> = {}): readonly Question[] {
  return Array.from({ length: count }, (_, index) => aQuestion({ id: `q${index + 1}`, ...parts }))
}

export function aSession(bank: QuestionBank = aBank(questions(3))): QuizSession {
  return value(startSession(bank, aFilter(), { id: 's1', now: instant(1_000), chance: noChance }))
}

/** Answers the current item: right for a session of `aQuestion`s is C. */
export function answered(
  session: QuizSession,
  choice: Attempt['choice'],
  confidence: Confidence = 'mostly',
  now = instant(61_000),
): { readonly session: QuizSession; readonly attempt: Attempt } {
  const attemptId = `a${session.current + 1}`
  return value(gradeItem(setConfidence(chooseOption(session, choice), confidence), { now, attemptId }))
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

export function aProvenance(): Provenance {
  return {
    modelId: 'small',
    modelVersion: '1',
    quantization: 'q4f32_1',
    schedule: 'software',
    librarySha256: 'a'.repeat(64),
    contextWindow: 1024,
    thinking: true,
    thinkingBudget: null,
    maxTokens: 512,
    temperature: 0,
    topP: 1,
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
