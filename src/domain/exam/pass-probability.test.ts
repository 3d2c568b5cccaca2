import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SubjectEvidence } from './pass-probability.ts'
import { passProbability, passProbabilityAt } from './pass-probability.ts'

const rule = { total: 0.6, perSubject: 0.4 }

/**
 * The same probability from first principles: every item is drawn in turn, and after `r` right answers of `n` the next one is right
 * with probability (r + 1/2) / (n + 1), which is the mean of the Jeffreys posterior. Every path is walked.
 */
function byEnumeration(subjects: readonly SubjectEvidence[], { total, perSubject }: typeof rule): number {
  const items = subjects.reduce((sum, subject) => sum + subject.items, 0)
  const walk = (subject: number, item: number, right: number, sum: number): number => {
    const now = subjects[subject]
    if (now === undefined) return sum >= total * items - 1e-9 ? 1 : 0
    if (item === now.items) return right < perSubject * now.items - 1e-9 ? 0 : walk(subject + 1, 0, 0, sum)
    const chance = (now.right + right + 0.5) / (now.answered + item + 1)
    return chance * walk(subject, item + 1, right + 1, sum + 1) + (1 - chance) * walk(subject, item + 1, right, sum)
  }
  return walk(0, 0, 0, 0)
}

const evidence = fc
  .record({
    items: fc.integer({ min: 1, max: 5 }),
    answered: fc.integer({ min: 0, max: 30 }),
    share: fc.nat({ max: 10 }),
  })
  .map(({ items, answered, share }) => ({ items, answered, right: Math.round((answered * share) / 10) }))

describe('the probability of passing at an ability', () => {
  it.each([
    [0.62, 320, 0.6, 0.79],
    [0.6, 320, 0.6, 0.52],
    [0.58, 320, 0.6, 0.25],
  ])('of %d on %d items with a border of %d is about %d', (ability, items, share, probability) => {
    expect(passProbabilityAt(ability, items, share)).toBeCloseTo(probability, 2)
  })

  it('misses 40 % of 20 items of law one time in eight, even when half of the answers are known', () => {
    // P(X <= 7) for X ~ B(20, 1/2) is 137980 / 2^20.
    expect(1 - passProbabilityAt(0.5, 20, 0.4)).toBeCloseTo(137_980 / 2 ** 20, 10)
  })

  it('is certain at the ends', () => {
    expect(passProbabilityAt(1, 320, 0.6)).toBeCloseTo(1, 12)
    expect(passProbabilityAt(0, 320, 0.6)).toBe(0)
    expect(passProbabilityAt(0, 320, 0)).toBe(1)
  })
})

describe('the probability of passing from answers so far', () => {
  it('is what walking every course of a tiny examination gives', () => {
    fc.assert(
      fc.property(fc.array(evidence, { minLength: 1, maxLength: 3 }), (subjects) => {
        expect(passProbability(subjects, rule)).toBeCloseTo(byEnumeration(subjects, rule), 9)
      }),
      { numRuns: 60 },
    )
  })

  it('sums to one over all results', () => {
    const kmle = [
      { items: 20, right: 9, answered: 17 },
      { items: 60, right: 0, answered: 0 },
      { items: 240, right: 700, answered: 1000 },
    ]
    expect(passProbability(kmle, { total: 0, perSubject: null })).toBeCloseTo(1, 10)
  })

  it('comes to the probability at an ability when that is known well', () => {
    const subjects = [{ items: 320, right: 620_000, answered: 1_000_000 }]
    const known = passProbabilityAt(0.62, 320, 0.6)
    expect(passProbability(subjects, { total: 0.6, perSubject: null })).toBeCloseTo(known, 3)
  })

  it('is a half, nearly, when nothing was answered and half of the items are needed', () => {
    const nothing = passProbability([{ items: 101, right: 0, answered: 0 }], { total: 0.5, perSubject: null })
    expect(nothing).toBeCloseTo(0.5, 10)
  })

  it('never falls with one more right answer in place of a wrong one', () => {
    fc.assert(
      fc.property(fc.array(evidence, { minLength: 1, maxLength: 3 }), (subjects) => {
        const [first, ...rest] = subjects
        if (first === undefined || first.right === first.answered) return
        const better = [{ ...first, right: first.right + 1 }, ...rest]
        expect(passProbability(better, rule)).toBeGreaterThanOrEqual(passProbability(subjects, rule) - 1e-12)
      }),
    )
  })

  it('is held down by a subject of few items', () => {
    const strong = { items: 300, right: 800, answered: 1000 }
    const law = { items: 20, right: 50, answered: 100 }
    expect(passProbability([strong], rule)).toBeGreaterThan(0.999)
    expect(passProbability([strong, law], rule)).toBeLessThan(0.88)
  })
})
