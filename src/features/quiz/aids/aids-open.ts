import type { Calculator } from '#domain/reference/calculator.ts'
import { clearedCalculator } from '#domain/reference/calculator.ts'
import type { TermsShown } from './terms-shown.ts'

export const aidKinds = ['note', 'calculator', 'lab'] as const
export type AidKind = (typeof aidKinds)[number]

/** What lies open beside the questions; it stays so from one to the next. */
export interface AidsOpen {
  readonly open: readonly AidKind[]
  readonly calculator: Calculator
  readonly terms: TermsShown
}

export const firstAids: AidsOpen = { open: ['note'], calculator: clearedCalculator, terms: 'off' }

export type ChangeAids = (change: (before: AidsOpen) => AidsOpen) => void
