import type { Limits, Specimen } from '#domain/reference/lab-values.ts'
import { formatNumber } from '#i18n/format.ts'
import type { Language } from '#i18n/language.ts'
import type { PlainKey, Translate } from '#i18n/translator.ts'

export const specimenWords = {
  'whole blood': 'aids.lab.specimen.wholeBlood',
  serum: 'aids.lab.specimen.serum',
  plasma: 'aids.lab.specimen.plasma',
  'arterial blood': 'aids.lab.specimen.arterialBlood',
  urine: 'aids.lab.specimen.urine',
  '24-hour urine': 'aids.lab.specimen.dayUrine',
  csf: 'aids.lab.specimen.csf',
  'pleural fluid': 'aids.lab.specimen.pleuralFluid',
  'ascitic fluid': 'aids.lab.specimen.asciticFluid',
  'synovial fluid': 'aids.lab.specimen.synovialFluid',
  semen: 'aids.lab.specimen.semen',
} as const satisfies Record<Exclude<Specimen, 'none'>, PlainKey>

/** More digits than any value of the table has behind its point. */
const mostDecimals = 6

/** An interval with its unit: "135 to 145 mmol/L", "5 g/dL or less". */
export function limitsText(t: Translate, language: Language, { unit, low, high }: Limits): string {
  const withUnit = (value: number): string => {
    const number = formatNumber(value, language, mostDecimals).replace('-', '−')
    return unit === '' || unit === '%' ? `${number}${unit}` : `${number} ${unit}`
  }
  if (low === null) return high === null ? '' : t('aids.lab.upTo', { high: withUnit(high) })
  if (high === null) return t('aids.lab.from', { low: withUnit(low) })
  const bare = formatNumber(low, language, mostDecimals).replace('-', '−')
  return t('aids.lab.range', { low: bare, high: withUnit(high) })
}
