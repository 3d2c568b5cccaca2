import type { CalculationFault } from '#domain/reference/calculate.ts'
import type { CalculatorKey } from '#domain/reference/calculator.ts'
import type { PlainKey, Translate } from '#i18n/translator.ts'

export function calculationFaultText(t: Translate, fault: CalculationFault): string {
  switch (fault.kind) {
    case 'misplaced':
    case 'unknownCharacter':
      return t(`aids.calculator.fault.${fault.kind}`, { text: fault.text })
    default:
      return t(`aids.calculator.fault.${fault.kind}`)
  }
}

/** What stands on a key, and what it is called where that is not read out as it stands. */
export interface KeyFace {
  readonly key: CalculatorKey
  readonly face: string
  readonly name: PlainKey | null
}

const digit = (key: CalculatorKey): KeyFace => ({ key, face: key, name: null })

/** The keys in rows of four, as they lie on a desk calculator; the last one is as wide as two. */
export const keyFaces: readonly KeyFace[] = [
  { key: 'memoryClear', face: 'MC', name: 'aids.calculator.key.memoryClear' },
  { key: 'memoryRecall', face: 'MR', name: 'aids.calculator.key.memoryRecall' },
  { key: 'memoryAdd', face: 'M+', name: 'aids.calculator.key.memoryAdd' },
  { key: 'memorySubtract', face: 'M−', name: 'aids.calculator.key.memorySubtract' },
  { key: '(', face: '(', name: 'aids.calculator.key.open' },
  { key: ')', face: ')', name: 'aids.calculator.key.close' },
  { key: '√', face: '√', name: 'aids.calculator.key.root' },
  { key: '%', face: '%', name: 'aids.calculator.key.percent' },
  ...[digit('7'), digit('8'), digit('9')],
  { key: '÷', face: '÷', name: 'aids.calculator.key.divide' },
  ...[digit('4'), digit('5'), digit('6')],
  { key: '×', face: '×', name: 'aids.calculator.key.multiply' },
  ...[digit('1'), digit('2'), digit('3')],
  { key: '−', face: '−', name: 'aids.calculator.key.subtract' },
  digit('0'),
  { key: '.', face: '.', name: 'aids.calculator.key.point' },
  { key: 'sign', face: '±', name: 'aids.calculator.key.sign' },
  { key: '+', face: '+', name: 'aids.calculator.key.add' },
  { key: 'clear', face: 'C', name: 'aids.calculator.key.clear' },
  { key: 'back', face: '⌫', name: 'aids.calculator.key.back' },
  { key: 'equals', face: '=', name: 'aids.calculator.key.equals' },
]
