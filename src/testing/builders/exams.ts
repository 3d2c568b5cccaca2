import type { ExamLayout, ExamSession, PassRule } from '#domain/exam/exam-layout.ts'
import type { Bilingual, CalendarDay } from '#domain/question-bank/question.ts'
import { openLcg } from './lcg.ts'

// For tests: layouts of examinations, and chance that is the same every time.

/** Numbers in [0, 1) that are the same for the same seed. */
export function seededChance(seed = 1): () => number {
  const next = openLcg(seed)
  return () => next() / 2 ** 16
}

/** Its sittings as subjects with their counts: `[{ law: 2, general: 3 }, { particular: 5 }]`. */
export function aLayout(
  sittings: readonly Readonly<Record<string, number>>[],
  parts: Partial<ExamLayout> = {},
): ExamLayout {
  return {
    ...{ id: 'layout', exam: 'test', name: named('Layout'), language: 'en', breakMinutes: null, passRule: null },
    ...{ validFrom: '2026-01-01' as CalendarDay, validTo: null, source: named('Source'), note: named('Note') },
    sessions: sittings.map(aSitting),
    ...parts,
  }
}

/** An examination of two sittings of two questions each, ten minutes for each sitting; 60 % of all and 40 % of each pass. */
export function aSmallExam(): ExamLayout {
  const layout = aLayout([{ law: 2 }, { general: 2 }], {
    ...{ id: 'small', source: named('Made up.'), note: named('Nothing is known.') },
    passRule: aPassRule({ law: ['law'], general: ['general'] }),
  })
  return { ...layout, sessions: layout.sessions.map((sitting) => ({ ...sitting, minutes: 10 })) }
}

/** The file of some layouts. */
export function aLayoutsFile(layouts: readonly unknown[]) {
  return { format: 'munjin-exam-layouts', version: 1, notice: named('Layouts change.'), layouts }
}

export function aPassRule(subjects: Readonly<Record<string, readonly string[]>>): PassRule {
  return {
    total: 0.6,
    perSubject: 0.4,
    subjects: Object.entries(subjects).map(([id, sections]) => ({ id, name: named(id), sections })),
  }
}

function aSitting(sections: Readonly<Record<string, number>>, index: number): ExamSession {
  return {
    ...{ id: `${index + 1}`, name: named(`Session ${index + 1}`), minutes: 60, minutesCertainty: 'stated' },
    sections: Object.entries(sections).map(([subject, items]) => ({
      ...{ subject, name: named(subject), items, certainty: 'stated' },
    })),
  }
}

function named(name: string): Bilingual {
  return { en: name, ko: name }
}
