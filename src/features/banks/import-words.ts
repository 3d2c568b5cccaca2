import type { ContentFault, FileFault, RowFault, RowWarning } from '#domain/importing/import-fault.ts'
import type { ImportFormat } from '#domain/importing/import-format.ts'
import type { KeyReading } from '#domain/importing/mapping.ts'
import type { Place } from '#domain/importing/place.ts'
import type { MessageKey, PlainKey, Translate } from '#i18n/translator.ts'

// From kinds to words. Each table is complete by type: a new kind without its sentence does not compile.

export const formatWords = {
  bank: 'banks.format.bank',
  json: 'banks.format.json',
  delimited: 'banks.format.delimited',
  parquet: 'banks.format.parquet',
  gift: 'banks.format.gift',
  aiken: 'banks.format.aiken',
  moodleXml: 'banks.format.moodleXml',
  ankiPackage: 'banks.format.ankiPackage',
  ankiText: 'banks.format.ankiText',
} as const satisfies Record<ImportFormat, PlainKey>

export const readingWords = {
  letters: 'banks.mapping.reading.letters',
  from1: 'banks.mapping.reading.from1',
  from0: 'banks.mapping.reading.from0',
  words: 'banks.mapping.reading.words',
  flags: 'banks.mapping.reading.flags',
} as const satisfies Record<KeyReading, PlainKey>

const warningWords = {
  missingFigure: 'banks.warnings.missingFigure',
  duplicate: 'banks.warnings.duplicate',
  activeContent: 'banks.warnings.activeContent',
} as const satisfies Record<RowWarning['kind'], PlainKey>

const placeWords = {
  line: 'banks.faults.line',
  row: 'banks.faults.row',
  question: 'banks.faults.question',
  note: 'banks.faults.note',
} as const satisfies Record<Place['unit'], MessageKey>

const contentWords = {
  syntax: 'banks.faults.syntax',
  unsupportedKind: 'banks.faults.unsupportedKind',
  noStem: 'banks.faults.noStem',
  sameOption: 'banks.faults.sameOption',
  noKey: 'banks.faults.noKey',
  keyNotAnOption: 'banks.faults.keyNotAnOption',
  tooLong: 'banks.faults.tooLong',
} as const satisfies Record<Exclude<ContentFault['kind'], 'optionCount' | 'emptyOption' | 'tooMany'>, PlainKey>

export function placeText(t: Translate, { unit, at }: Place): string {
  return t(placeWords[unit], { at })
}

/** Why a question was left out. */
export function faultText(t: Translate, { kind, detail }: RowFault): string {
  switch (kind) {
    case 'field':
      return t('banks.faults.field', { detail })
    case 'optionCount':
      return t('banks.faults.optionCount', { detail })
    case 'emptyOption':
      return t('banks.faults.emptyOption', { detail })
    case 'tooMany':
      return t('banks.faults.tooMany', { detail })
    default:
      return t(contentWords[kind])
  }
}

export function warningText(t: Translate, { kind }: RowWarning): string {
  return t(warningWords[kind])
}

/** Why a whole file could not be read. */
export function failureText(
  t: Translate,
  { kind, detail }: FileFault | { readonly kind: 'stopped'; readonly detail: string },
): string {
  switch (kind) {
    case 'empty':
      return t('banks.failure.empty')
    case 'unknownFormat':
      return t('banks.failure.unknownFormat')
    case 'tooLarge':
      return t('banks.failure.tooLarge')
    case 'unknownEncoding':
      return t('banks.failure.unknownEncoding')
    case 'damaged':
      return t('banks.failure.damaged', { detail })
    case 'unsupported':
      return t('banks.failure.unsupported', { detail })
    case 'stopped':
      return t('banks.failure.stopped', { detail })
  }
}
