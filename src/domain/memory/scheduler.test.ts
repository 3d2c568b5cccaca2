import fc from 'fast-check'
import type { Grade } from 'ts-fsrs'
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import type { RecallGrade } from '../quiz/recall-grade.ts'
import { recallGrades } from '../quiz/recall-grade.ts'
import { asLocalDay, dayMs } from '#lib/local-day.ts'
import type { Learnt } from './scheduler.ts'
import { openScheduler } from './scheduler.ts'

const ratingOf: Readonly<Record<RecallGrade, Grade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
}

/** Reviews as the time since the one before, in milliseconds, and a grade. */
const course = fc.array(fc.tuple(fc.integer({ min: dayMs, max: 400 * dayMs }), fc.constantFrom(...recallGrades)), {
  minLength: 1,
  maxLength: 12,
})

function scheduledBy(retention: number, grades: readonly (readonly [day: number, grade: RecallGrade])[]): Learnt {
  const scheduler = openScheduler(retention)
  const learnt = grades.reduce<Learnt | null>(
    (before, [day, grade]) => scheduler.review(before, asLocalDay(day), grade),
    null,
  )
  if (learnt === null) throw new Error('Nothing was learnt')
  return learnt
}

describe('the schedule', () => {
  it('is that of ts-fsrs when it is driven directly with the same reviews', () => {
    fc.assert(
      fc.property(course, fc.constantFrom(0.7, 0.85, 0.9, 0.97), (reviews, retention) => {
        const scheduler = openScheduler(retention)
        const direct = fsrs({ request_retention: retention, enable_fuzz: false, enable_short_term: false })
        let time = Date.UTC(2026, 0, 1, 13, 7)
        let card = createEmptyCard(new Date(time))
        let learnt: Learnt | null = null
        for (const [since, grade] of reviews) {
          time += since
          card = direct.next(card, new Date(time), ratingOf[grade]).card
          learnt = scheduler.review(learnt, asLocalDay(Math.floor(time / dayMs)), grade)
          expect(learnt.stability).toBe(card.stability)
          expect(learnt.difficulty).toBe(card.difficulty)
          expect(learnt.dueOn - learnt.on).toBe(card.scheduled_days)
          expect(learnt.dueOn).toBe(Math.floor(card.due.getTime() / dayMs))
          const later = learnt.on + 30
          const recall = direct.get_retrievability(
            { ...card, last_review: new Date(learnt.on * dayMs) },
            new Date(later * dayMs),
            false,
          )
          expect(scheduler.recall(learnt, asLocalDay(later))).toBe(recall)
        }
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    ['again', 0.212, 1],
    ['hard', 1.2931, 2],
    ['good', 2.3065, 3],
    ['easy', 8.2956, 8],
  ] as const)(
    'begins after `%s` with the published stability of %d days and an interval of %d',
    (grade, stability, days) => {
      const learnt = scheduledBy(0.9, [[100, grade]])
      expect(learnt).toMatchObject({ stability, on: 100, dueOn: 100 + days })
    },
  )

  it('asks sooner the more is to be known', () => {
    const reviews = [
      [0, 'good'],
      [3, 'good'],
      [20, 'good'],
    ] as const
    const due = [0.7, 0.8, 0.9, 0.97].map((retention) => scheduledBy(retention, reviews).dueOn)
    expect(due).toEqual(due.toSorted((a, b) => b - a))
    expect(new Set(due).size).toBe(4)
  })

  it('expects nine of ten to be known after as many days as the stability', () => {
    const learnt = { ...scheduledBy(0.9, [[0, 'good']]), stability: 10 }
    const scheduler = openScheduler(0.9)
    expect([0, 10].map((day) => scheduler.recall(learnt, asLocalDay(day)))).toEqual([1, 0.9])
  })

  it('counts no days when the clock was set back, and goes on from the new time', () => {
    const back = scheduledBy(0.9, [
      [5000, 'good'],
      [100, 'good'],
    ])
    expect(back.on).toBe(100)
    expect(back.dueOn).toBeGreaterThan(100)
    expect(back.dueOn).toBeLessThan(120)
    expect(openScheduler(0.9).recall(back, asLocalDay(50))).toBe(1)
  })
})
