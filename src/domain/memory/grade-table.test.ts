import { describe, expect, it } from 'vitest'
import { milliseconds } from '#lib/time.ts'
import { recallGrade } from '../quiz/recall-grade.ts'

const usual = milliseconds(60_000)

describe('the grade of an answer', () => {
  it.each([
    // A right answer:  quick, as usual, slow
    ['guess', ['again', 'again', 'again']],
    ['unsure', ['hard', 'hard', 'hard']],
    ['mostly', ['good', 'good', 'hard']],
    ['certain', ['easy', 'good', 'good']],
    [null, ['good', 'good', 'hard']],
  ] as const)('that was right and called %s is, when quick, as usual and slow: %j', (confidence, grades) => {
    const times = [29_999, 60_000, 120_001].map(milliseconds)
    expect(times.map((tookMs) => recallGrade({ correct: true, confidence, tookMs }, usual))).toEqual(grades)
  })

  it('that was wrong is always `again`', () => {
    for (const confidence of ['guess', 'unsure', 'mostly', 'certain', null] as const) {
      expect(recallGrade({ correct: false, confidence, tookMs: milliseconds(1) }, usual)).toBe('again')
    }
  })

  it('does not tell quick from slow while the usual time is not known', () => {
    const grades = (['certain', 'mostly'] as const).map((confidence) =>
      [1, 10_000_000].map((ms) => recallGrade({ correct: true, confidence, tookMs: milliseconds(ms) }, null)),
    )
    expect(grades).toEqual([
      ['good', 'good'],
      ['good', 'good'],
    ])
  })

  it('calls half and twice the usual time usual', () => {
    const half = { correct: true, confidence: 'certain', tookMs: milliseconds(30_000) } as const
    const twice = { correct: true, confidence: 'mostly', tookMs: milliseconds(120_000) } as const
    expect([half, twice].map((attempt) => recallGrade(attempt, usual))).toEqual(['good', 'good'])
  })
})
