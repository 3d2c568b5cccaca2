import type { CalendarDay, Question, QuestionBank } from '#domain/question-bank/question.ts'
import { optionLabels } from '#domain/question-bank/question.ts'

// For tests: a question and a bank with defaults, of which a test shows only what matters to it.

export function aQuestion(parts: Partial<Question> = {}): Question {
  return {
    id: 'q1',
    language: 'en',
    kind: 'diagnosis',
    subject: 'Surgery',
    stem: 'A 23-year-old man has had pain that moved to the right lower abdomen.',
    leadIn: 'Which of the following is the most likely diagnosis?',
    options: options('acute gastritis', 'cholecystitis', 'acute appendicitis', 'enteritis', 'diverticulitis'),
    answers: ['C'],
    keyStatus: 'final',
    keyNote: '',
    objective: 'Migrating pain points to appendicitis.',
    explanation: '',
    tags: [],
    figureMissing: false,
    group: null,
    source: { note: 'Written for this test.', reviewedAt: null },
    ...parts,
  }
}

/** Options in their order, each with a rationale that names it. */
export function options(...texts: readonly string[]): Question['options'] {
  return optionLabels
    .slice(0, texts.length)
    .map((label, index) => ({ label, text: texts[index] ?? '', rationale: `Why ${texts[index] ?? ''} or why not.` }))
}

export function aBank(questions: readonly Question[] = [aQuestion()]): QuestionBank {
  return {
    id: 'bank',
    title: { en: 'Sample items', ko: '견본 문항' },
    licence: 'CC0-1.0',
    author: 'Munjin',
    createdAt: '2026-05-01' as CalendarDay,
    notice: { en: 'Generated items.', ko: '생성한 문항입니다.' },
    questions,
  }
}

/** The bank as a file has it. */
export function aBankFile(questions: readonly unknown[] = [aQuestion()]): Readonly<Record<string, unknown>> {
  return { format: 'munjin-bank', version: 1, ...aBank([]), questions }
}
