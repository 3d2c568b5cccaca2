import type { Result } from '#lib/result.ts'
import type { CalculationFault } from './calculate.ts'
import { calculate } from './calculate.ts'

/** A calculator as it stands on the table: what is typed, what came out of it, and its memory. */
export interface Calculator {
  readonly text: string
  /** Of the text as it is; null while it is being typed. */
  readonly outcome: Result<number, CalculationFault> | null
  /** 0 where nothing is kept, as on a desk calculator. */
  readonly memory: number
}

export const calculatorDigits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.'] as const
export const calculatorSigns = ['+', '−', '×', '÷', '%', '√', '(', ')'] as const
export const calculatorCommands = [
  ...['equals', 'clear', 'back', 'sign'],
  ...['memoryClear', 'memoryRecall', 'memoryAdd', 'memorySubtract'],
] as const

export type CalculatorCommand = (typeof calculatorCommands)[number]
export type CalculatorKey = (typeof calculatorDigits)[number] | (typeof calculatorSigns)[number] | CalculatorCommand

export const clearedCalculator: Calculator = { text: '', outcome: null, memory: 0 }

/** The calculator after one of its keys. */
export function press(before: Calculator, key: CalculatorKey): Calculator {
  switch (key) {
    case 'equals':
      return { ...before, outcome: calculate(before.text) }
    case 'clear':
      return { ...clearedCalculator, memory: before.memory }
    case 'back':
      return typed(before, Array.from(before.text).slice(0, -1).join(''))
    case 'sign':
      return typed(before, signChanged(going(before)))
    case 'memoryClear':
      return { ...before, memory: 0 }
    case 'memoryRecall':
      return typed(before, `${begun(before)}${numberText(before.memory)}`)
    case 'memoryAdd':
      return remembered(before, '+')
    case 'memorySubtract':
      return remembered(before, '−')
    default:
      return typed(before, `${goesOn(key) ? going(before) : begun(before)}${key}`)
  }
}

/** The calculator after its text was changed by hand. */
export function typed(before: Calculator, text: string): Calculator {
  return { ...before, text, outcome: null }
}

/** A number as the calculator types it: whole where it is not too long, with its sign. */
export function numberText(value: number): string {
  return String(value).replaceAll('-', '−').replace('e−', 'e-')
}

/** Which keys go on with a result; the others begin a new calculation after it. */
function goesOn(key: string): boolean {
  return ['+', '−', '×', '÷', '%'].includes(key)
}

function going({ text, outcome }: Calculator): string {
  return outcome?.ok === true ? numberText(outcome.value) : text
}

function begun({ text, outcome }: Calculator): string {
  return outcome?.ok === true ? '' : text
}

/** Turns the sign of the number at the end of the text. */
function signChanged(text: string): string {
  const bracketed = /\(−([\d.]+(?:e[+-]?\d+)?)\)$/.exec(text)
  if (bracketed !== null) return text.slice(0, bracketed.index) + (bracketed[1] ?? '')
  const alone = /^−([\d.]+(?:e[+-]?\d+)?)$/.exec(text)
  if (alone !== null) return alone[1] ?? ''
  const number = /[\d.]+(?:e[+-]?\d+)?$/.exec(text)
  if (number === null) return `${text}−`
  return number.index === 0 ? `−${text}` : `${text.slice(0, number.index)}(−${number[0]})`
}

/** Adds what is shown to the memory; a calculation at fault is shown to be so, and changes nothing. */
function remembered(before: Calculator, sign: '+' | '−'): Calculator {
  const outcome = before.outcome ?? calculate(before.text)
  if (!outcome.ok) return { ...before, outcome }
  const sum = calculate(`${numberText(before.memory)} ${sign} (${numberText(outcome.value)})`)
  return { ...before, outcome, memory: sum.ok ? sum.value : before.memory }
}

/** What a key of the keyboard means to a calculator; null for a key that is none of its own. */
export function calculatorKey(key: string): CalculatorKey | null {
  const found = [...calculatorDigits, ...calculatorSigns].find((known) => known === key)
  return found ?? keyboard[key] ?? null
}

const keyboard: Readonly<Record<string, CalculatorKey>> = {
  ...{ '-': '−', '*': '×', x: '×', '/': '÷', '=': 'equals', Enter: 'equals' },
  ...{ Backspace: 'back', Escape: 'clear', Delete: 'clear' },
}
