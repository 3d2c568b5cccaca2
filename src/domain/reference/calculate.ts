import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Fraction } from './fraction.ts'
import { add, fractionOf, inverse, multiply, negate, squareRoot, toNumber } from './fraction.ts'

export type CalculationFault =
  | { readonly kind: 'empty' | 'unfinished' | 'divisionByZero' | 'rootOfNegative' | 'tooLong' | 'tooLarge' }
  /** The text at which it goes wrong. */
  | { readonly kind: 'misplaced' | 'unknownCharacter'; readonly text: string }

/** In characters: more than anybody types, and few enough for the depth of brackets and the length of numbers. */
export const longestCalculation = 200
const significantDigits = 12

/**
 * The value of what is typed into a calculator, rounded to 12 significant digits. Numbers are exact until then, so that
 * 0.1 + 0.2 − 0.3 is 0.
 *
 *     sum     = product { ("+" | "−") product }
 *     product = signed { ["×" | "÷"] signed }            2(3 + 4) and 2√9 multiply
 *     signed  = ("−" | "+" | "√") signed | percent
 *     percent = (number | "(" sum ")") { "%" }
 *
 * A percentage is hundredths; as on desk calculators, one that is added or taken away is of what stands before it: 200 + 10% is 220.
 * `*`, `/`, `-`, `x` and `sqrt` are taken for the signs that have no key.
 */
export function calculate(text: string): Result<number, CalculationFault> {
  if (text.length > longestCalculation) return fail({ kind: 'tooLong' })
  const tokens = tokensOf(text)
  if (!tokens.ok) return tokens
  if (tokens.value.length === 0) return fail({ kind: 'empty' })
  const read = readSum({ tokens: tokens.value, at: 0 })
  if (!read.ok) return read
  const stray = tokens.value[read.value.rest.at]
  if (stray !== undefined) return fail({ kind: 'misplaced', text: stray })
  const value = toNumber(read.value.value, significantDigits)
  return Number.isFinite(value) ? succeed(value) : fail({ kind: 'tooLarge' })
}

const meant: Readonly<Record<string, string>> = { '*': '×', x: '×', X: '×', '/': '÷', '-': '−', sqrt: '√' }

/** Three digits of an exponent are enough for every number that can be shown. */
const token = /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?|sqrt|[-+−×÷*/xX()%√]/iy

function tokensOf(text: string): Result<readonly string[], CalculationFault> {
  const plain = text.replace(/(?<=\d),(?=\d{3})/g, '')
  const tokens: string[] = []
  for (let at = 0; at < plain.length;) {
    const letter = plain[at] ?? ''
    token.lastIndex = at
    const found = token.exec(plain)?.[0]
    if (/\s/.test(letter)) at += 1
    else if (found === undefined) return fail({ kind: 'unknownCharacter', text: letter })
    else {
      tokens.push(meant[found] ?? found)
      at += found.length
    }
  }
  return succeed(tokens)
}

/** What is still to be read. */
interface Rest {
  readonly tokens: readonly string[]
  readonly at: number
}

interface Read {
  readonly value: Fraction
  /** Whether it is a percentage and nothing else. */
  readonly isPercentage: boolean
  readonly rest: Rest
}

type Reading = Result<Read, CalculationFault>

const peek = ({ tokens, at }: Rest): string | undefined => tokens[at]
const after = ({ tokens, at }: Rest): Rest => ({ tokens, at: at + 1 })

function readSum(rest: Rest): Reading {
  let left = readProduct(rest)
  while (left.ok) {
    const sign = peek(left.value.rest)
    if (sign !== '+' && sign !== '−') return left
    const right = readProduct(after(left.value.rest))
    if (!right.ok) return right
    const { value, isPercentage } = right.value
    const part = isPercentage ? multiply(left.value.value, value) : value
    const sum = add(left.value.value, sign === '−' ? negate(part) : part)
    left = succeed({ value: sum, isPercentage: false, rest: right.value.rest })
  }
  return left
}

function readProduct(rest: Rest): Reading {
  let left = readSigned(rest)
  while (left.ok) {
    const sign = peek(left.value.rest)
    const isSaid = sign === '×' || sign === '÷'
    if (!isSaid && !beginsFactor(sign)) return left
    const right = readSigned(isSaid ? after(left.value.rest) : left.value.rest)
    if (!right.ok) return right
    const factor = sign === '÷' ? inverse(right.value.value) : right.value.value
    if (factor === null) return fail({ kind: 'divisionByZero' })
    left = succeed({ value: multiply(left.value.value, factor), isPercentage: false, rest: right.value.rest })
  }
  return left
}

/** A bracket or a root may stand behind a factor without a sign. Two numbers side by side are a slip. */
function beginsFactor(sign: string | undefined): boolean {
  return sign === '(' || sign === '√'
}

function readSigned(rest: Rest): Reading {
  const sign = peek(rest)
  if (sign !== '−' && sign !== '+' && sign !== '√') return readPercent(rest)
  const inner = readSigned(after(rest))
  if (!inner.ok || sign === '+') return inner
  const value = sign === '−' ? negate(inner.value.value) : squareRoot(inner.value.value)
  if (value === null) return fail({ kind: 'rootOfNegative' })
  return succeed({ value, isPercentage: false, rest: inner.value.rest })
}

const hundredth: Fraction = { over: 1n, under: 100n }

function readPercent(rest: Rest): Reading {
  let read = readAtom(rest)
  while (read.ok && peek(read.value.rest) === '%') {
    read = succeed({
      value: multiply(read.value.value, hundredth),
      isPercentage: true,
      rest: after(read.value.rest),
    })
  }
  return read
}

function readAtom(rest: Rest): Reading {
  const first = peek(rest)
  if (first === undefined) return fail({ kind: 'unfinished' })
  if (/^[\d.]/.test(first)) return succeed({ value: fractionOf(first), isPercentage: false, rest: after(rest) })
  if (first !== '(') return fail({ kind: 'misplaced', text: first })
  const inner = readSum(after(rest))
  if (!inner.ok) return inner
  const close = peek(inner.value.rest)
  if (close === undefined) return fail({ kind: 'unfinished' })
  if (close !== ')') return fail({ kind: 'misplaced', text: close })
  return succeed({ value: inner.value.value, isPercentage: false, rest: after(inner.value.rest) })
}
