import { describe, expect, it } from 'vitest'
import type { Calculator, CalculatorKey } from './calculator.ts'
import { calculatorKey, clearedCalculator, press } from './calculator.ts'

function pressed(keys: readonly CalculatorKey[], from: Calculator = clearedCalculator): Calculator {
  return keys.reduce(press, from)
}

const shown = ({ text, outcome }: Calculator): unknown => (outcome?.ok === true ? outcome.value : text)

describe('a calculator', () => {
  it('goes on with a result, and begins anew with a number', () => {
    const sum = pressed(['2', '+', '3', 'equals'])
    expect(shown(sum)).toBe(5)
    expect(shown(pressed(['×', '4', 'equals'], sum))).toBe(20)
    expect(shown(pressed(['7'], sum))).toBe('7')
  })

  it('keeps a text at fault, so that it can be mended', () => {
    const broken = pressed(['8', '÷', '0', 'equals'])
    expect(broken.outcome).toEqual({ ok: false, failure: { kind: 'divisionByZero' } })
    expect(shown(pressed(['back', '4', 'equals'], broken))).toBe(2)
  })

  it('changes the sign of the last number, and back', () => {
    expect(shown(pressed(['5', 'sign']))).toBe('−5')
    expect(shown(pressed(['5', 'sign', 'sign']))).toBe('5')
    const inSum = pressed(['1', '2', '−', '5', 'sign'])
    expect(inSum.text).toBe('12−(−5)')
    expect(shown(press(inSum, 'equals'))).toBe(17)
    expect(press(inSum, 'sign').text).toBe('12−5')
    expect(shown(pressed(['2', '−', '5', 'equals', 'sign']))).toBe('3')
  })

  it('has a memory that outlives what is typed', () => {
    const kept = pressed(['6', 'memoryAdd', 'clear', '2', 'memorySubtract', 'clear'])
    expect(kept).toEqual({ text: '', outcome: null, memory: 4 })
    expect(shown(pressed(['1', '0', '×', 'memoryRecall', 'equals'], kept))).toBe(40)
    expect(press(kept, 'memoryClear').memory).toBe(0)
  })

  it('remembers nothing of a calculation at fault', () => {
    expect(pressed(['5', '÷', '0', 'memoryAdd'])).toMatchObject({ memory: 0, outcome: { ok: false } })
  })

  it.each([
    ['7', '7'],
    ['*', '×'],
    ['Enter', 'equals'],
    ['Escape', 'clear'],
    ['Tab', null],
    ['b', null],
  ])('understands the key %s as %s', (key, meaning) => {
    expect(calculatorKey(key)).toBe(meaning)
  })
})
