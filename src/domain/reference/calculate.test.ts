import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculate, longestCalculation } from './calculate.ts'

const valueOf = (text: string): unknown => {
  const result = calculate(text)
  return result.ok ? result.value : result.failure
}

describe('a calculation', () => {
  it.each([
    ['0.1 + 0.2', 0.3],
    ['0.1 + 0.2 − 0.3', 0],
    ['1 ÷ 3 × 3', 1],
    ['1 ÷ 3', 0.333333333333],
    ['2 ÷ 3', 0.666666666667],
    ['2 + 3 × 4', 14],
    ['(2 + 3) × 4', 20],
    ['2(3 + 4)', 14],
    ['(1 + 1)(2 + 2)', 8],
    ['2√9', 6],
    ['√2', 1.41421356237],
    ['√2 × √2', 2],
    ['√(2.25)', 1.5],
    ['√√16', 2],
    ['−5 − −3', -2],
    ['10 − 4 − 3', 3],
    ['100 ÷ 10 ÷ 2', 5],
    ['50%', 0.5],
    ['200 + 10%', 220],
    ['200 − 10%', 180],
    ['200 × 10%', 20],
    ['200 + 10% × 2', 200.2],
    ['1,234.5 * 2', 2469],
    ['9/4-.25', 2],
    ['1.5e3 + 1', 1501],
    ['140 − (104 + 24)', 12],
    ['(140 − 125) × 0.6 × 70', 630],
    ['999999999999 + 1', 1e12],
    ['0.000000123456789012345', 1.23456789012e-7],
    ['0', 0],
  ])('%s is %d', (text, expected) => {
    expect(valueOf(text)).toBe(expected)
  })

  it.each([
    ['', { kind: 'empty' }],
    ['  ', { kind: 'empty' }],
    ['5 ÷ 0', { kind: 'divisionByZero' }],
    ['5 ÷ (2 − 2)', { kind: 'divisionByZero' }],
    ['√(1 − 2)', { kind: 'rootOfNegative' }],
    ['2 +', { kind: 'unfinished' }],
    ['(2 + 3', { kind: 'unfinished' }],
    ['√', { kind: 'unfinished' }],
    ['2 + × 3', { kind: 'misplaced', text: '×' }],
    ['2 + 3)', { kind: 'misplaced', text: ')' }],
    ['()', { kind: 'misplaced', text: ')' }],
    ['2 3', { kind: 'misplaced', text: '3' }],
    ['1.2.3', { kind: 'misplaced', text: '.3' }],
    ['2 & 3', { kind: 'unknownCharacter', text: '&' }],
    ['alert(1)', { kind: 'unknownCharacter', text: 'a' }],
    ['1e300 × 1e300', { kind: 'tooLarge' }],
    ['1'.repeat(longestCalculation + 1), { kind: 'tooLong' }],
  ])('%j is at fault', (text, expected) => {
    expect(valueOf(text)).toEqual(expected)
  })

  it('of decimals is what it is of whole numbers', () => {
    const cents = fc.integer({ min: -999_999, max: 999_999 })
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const [left, right] = [(a / 100).toFixed(2), (b / 100).toFixed(2)]
        expect(valueOf(`${left} + (${right})`)).toBe((a + b) / 100)
        expect(valueOf(`(${left}) × (${right})`)).toBe(Number(((a * b) / 10_000).toPrecision(12)))
      }),
    )
  })

  it('never throws', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('0123456789.+−×÷()%√e -x')), maxLength: 60 })
    fc.assert(
      fc.property(text, (typed) => {
        const result = calculate(typed)
        expect(result.ok ? Number.isFinite(result.value) : result.failure.kind).toBeTruthy()
      }),
    )
  })
})
