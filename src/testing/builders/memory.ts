import type { MemoryRules } from '#domain/memory/fold-memories.ts'
import type { Zone } from '#lib/local-day.ts'
import { dayMs } from '#lib/local-day.ts'
import type { Attempt, DiaryEntry, Regrade } from '#domain/quiz/review-event.ts'
import type { GradedItem, QuizSession } from '#domain/quiz/session.ts'
import { untouched } from '#domain/quiz/session.ts'
import type { Instant } from '#lib/time.ts'
import { instant } from '#lib/time.ts'
import { aQuestion } from './questions.ts'
import { anAttempt } from './quiz.ts'

// For tests: a student's answers, by the day.

export const greenwich: Zone = () => 0
export const seoul: Zone = () => 540
/** Summer time from 29 March to 25 October 2026, at 01:00 UTC. */
export const berlin: Zone = (at) => (at >= Date.UTC(2026, 2, 29, 1) && at < Date.UTC(2026, 9, 25, 1) ? 120 : 60)

export const usualRules: MemoryRules = { desiredRetention: 0.9, zone: greenwich }

/** Answers at noon of some days, in the order of the log: `a1`, `a2` and so on. */
export function answersOn(...looks: readonly (readonly [day: number, parts?: Partial<Attempt>])[]): readonly Attempt[] {
  return looks.map(([day, parts], index) => anAttempt({ id: `a${index + 1}`, at: noonOf(day), ...parts }))
}

export function noonOf(day: number) {
  return instant((day + 0.5) * dayMs)
}

export function aRegrade(attemptId: string, grade: Regrade['grade']): Regrade {
  return { kind: 'regrade', id: `regrade of ${attemptId}`, at: noonOf(1000), attemptId, grade }
}

export function aDiaryEntry(attemptId: string, parts: Partial<DiaryEntry> = {}): DiaryEntry {
  return { kind: 'diary', id: `diary of ${attemptId}`, at: noonOf(1000), attemptId, cause: null, lesson: '', ...parts }
}

/** A session that has ended, with its answers. */
export function aDoneSession(id: string, startedAt: Instant, answers: readonly boolean[]): QuizSession {
  const { confidence, choice, at, tookMs } = anAttempt()
  const items = answers.map((correct, index): GradedItem => ({
    ...{ kind: 'graded', question: aQuestion(), bankId: 'bank', examSubject: null, work: untouched, spent: tookMs },
    ...{ attemptId: `${id}-${index}`, choice, confidence, correct, gradedAt: at, explanation: null },
  }))
  return {
    ...{
      id,
      mode: 'tutor',
      filter: null,
      layoutId: null,
      startedAt: instant(startedAt),
      endedAt: instant(startedAt + 5),
    },
    ...{ current: 0, items, block: 0, blocks: [], tickedAt: null, undo: [] },
  }
}
