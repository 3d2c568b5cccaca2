import type { Language } from './app-page.ts'

/** A bank for a whole examination, as a file of the app's own format, and its keys by what each question says. */
export interface InventedExam {
  readonly file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }
  readonly keys: ReadonlyMap<string, string>
  /** The examination's subject of each question, by what it says. */
  readonly subjects: ReadonlyMap<string, string>
}

const letters = ['A', 'B', 'C', 'D', 'E'] as const

/** Invents `counts[subject]` questions for each subject. Each says its number, by which it is found again when the order is drawn. */
export function inventExam(language: Language, counts: Readonly<Record<string, number>>): InventedExam {
  const subjects = Object.entries(counts).flatMap(([subject, count]) => Array.from({ length: count }, () => subject))
  const said = (index: number): string =>
    language === 'ko' ? `연습 문항 ${index + 1}번이다.` : `This is practice item ${index + 1}.`
  const keyOf = (index: number): string => letters[(index * 7) % 5] ?? 'A'
  const questions = subjects.map((subject, index) => ({
    ...{ id: `q${index + 1}`, language, kind: 'other', subject, stem: said(index) },
    leadIn: language === 'ko' ? '옳은 것은?' : 'Which is right?',
    options: letters.map((label) => ({ label, text: `${label} ${index + 1}`, rationale: '' })),
    ...{ answers: [keyOf(index)], keyStatus: 'final', objective: '' },
    source: { note: 'Invented for a test.', reviewedAt: null },
  }))
  const bank = {
    ...{ format: 'munjin-bank', version: 1, id: 'invented-exam', title: { ko: '지어낸 시험', en: 'Invented exam' } },
    ...{ licence: 'CC0-1.0', author: 'Munjin', createdAt: '2026-11-01', notice: null, questions },
  }
  return {
    file: { name: 'invented.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(bank)) },
    keys: new Map(questions.map((_, index) => [said(index), keyOf(index)])),
    subjects: new Map(subjects.map((subject, index) => [said(index), subject])),
  }
}
