import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPassRule } from '#testing/builders/exams.ts'
import { judge, neededFor } from './pass-verdict.ts'

const rule = aPassRule({ law: ['law'], general: ['general'], clinical: ['clinical1', 'clinical2'] })

/** Every item of an examination, from `[section, right, asked]`. */
function asked(...sections: readonly (readonly [string, number, number])[]) {
  return sections.flatMap(([section, right, count]) =>
    Array.from({ length: count }, (_, index) => ({ section, correct: index < right })),
  )
}

describe('the fewest right answers that are enough', () => {
  it.each([
    [0.6, 320, 192],
    [0.6, 360, 216],
    [0.6, 5, 3],
    [0.6, 7, 5],
    [0.4, 20, 8],
    [0.4, 60, 24],
    [0.4, 240, 96],
    [0.4, 7, 3],
    [0, 20, 0],
    [1, 20, 20],
    [0.6, 0, 0],
  ])('for a share of %d of %d are %d', (share, count, needed) => {
    expect(neededFor(share, count)).toBe(needed)
  })

  it.each([
    [0.07, 100, 7],
    [0.57, 100, 57],
    [0.29, 100, 29],
    [0.58, 50, 29],
    [1 / 3, 3, 1],
    [2 / 3, 3, 2],
  ])('are not one more for a share of %d of %d that a computer cannot write exactly', (share, count, needed) => {
    expect(neededFor(share, count)).toBe(needed)
  })

  it('for a share in hundredths are what whole numbers say', () => {
    const hundredths = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(hundredths, fc.integer({ min: 0, max: 1000 }), (percent, count) => {
        const needed = neededFor(percent / 100, count)
        expect(needed * 100).toBeGreaterThanOrEqual(percent * count)
        expect((needed - 1) * 100).toBeLessThan(percent * count)
      }),
    )
  })
})

describe('judging a mock', () => {
  it('passes with exactly 60 % of all and exactly 40 % of a subject', () => {
    // 8 of 20 is 40 %; 8 + 40 + 144 is 192 of 320, which is 60 %.
    const verdict = judge(rule, asked(['law', 8, 20], ['general', 40, 60], ['clinical1', 144, 240]))
    expect(verdict.passed).toBe(true)
    expect(verdict.total).toEqual({ tally: { right: 192, answered: 320 }, needed: 192, isEnough: true })
  })

  it('fails with one answer less than 60 % of all', () => {
    const verdict = judge(rule, asked(['law', 8, 20], ['general', 40, 60], ['clinical1', 143, 240]))
    expect(verdict).toMatchObject({ passed: false, total: { needed: 192, isEnough: false } })
    expect(verdict.subjects.every(({ isEnough }) => isEnough)).toBe(true)
  })

  it('fails with one answer less than 40 % of a subject, however good the rest is', () => {
    const verdict = judge(rule, asked(['law', 7, 20], ['general', 60, 60], ['clinical1', 240, 240]))
    expect(verdict).toMatchObject({ passed: false, total: { isEnough: true } })
    expect(verdict.subjects.map(({ subject, isEnough }) => [subject.id, isEnough])).toEqual([
      ['law', false],
      ['general', true],
      ['clinical', true],
    ])
  })

  it('judges a subject over all of its sections', () => {
    // 20 of 77 alone is less than 40 %; with 40 of 63 it is 60 of 140, of which 56 are needed.
    const verdict = judge(rule, asked(['law', 20, 20], ['clinical1', 20, 77], ['clinical2', 40, 63]))
    expect(verdict.subjects[2]).toMatchObject({ tally: { right: 60, answered: 140 }, needed: 56, isEnough: true })
  })

  it('judges only the total where subjects are not judged', () => {
    const lenient = { ...rule, perSubject: null }
    expect(judge(lenient, asked(['law', 0, 20], ['general', 60, 60])).passed).toBe(true)
  })

  it('counts an item of no subject for the total', () => {
    expect(judge(rule, asked(['law', 8, 20], ['bonus', 20, 20])).total.tally).toEqual({ right: 28, answered: 40 })
  })
})
