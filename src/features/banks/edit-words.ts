import type { BankFaultKind } from '#domain/question-bank/parse-bank.ts'
import type { FormFault } from '#domain/question-bank/question-form.ts'
import type { PlainKey, Translate } from '#i18n/translator.ts'
import type { BankKeepFailure } from '#stores/banks-desk.ts'

const faultWords = {
  missing: 'banks.edit.fault.empty',
  empty: 'banks.edit.fault.empty',
  tooLong: 'banks.edit.fault.tooLong',
  badCharacter: 'banks.edit.fault.badCharacter',
  optionCount: 'banks.edit.fault.optionCount',
  sameOption: 'banks.edit.fault.sameOption',
  missingSource: 'banks.edit.fault.missingSource',
  notABank: 'banks.edit.fault.other',
  unknownVersion: 'banks.edit.fault.other',
  wrongType: 'banks.edit.fault.other',
  badId: 'banks.edit.fault.other',
  unknownValue: 'banks.edit.fault.other',
  badDate: 'banks.edit.fault.other',
  labelOrder: 'banks.edit.fault.other',
  answerNotAnOption: 'banks.edit.fault.other',
  duplicateId: 'banks.edit.fault.other',
} as const satisfies Record<BankFaultKind, PlainKey>

/** What is wrong with a field, in words; the empty text where nothing is. */
export function fieldFaultText(t: Translate, faults: readonly FormFault[], field: string): string {
  const fault = faults.find((each) => each.field === field)
  if (fault === undefined) return ''
  return t(field === 'answers' ? 'banks.edit.fault.noKey' : faultWords[fault.kind])
}

export function keepFailureText(t: Translate, failure: BankKeepFailure): string {
  switch (failure.kind) {
    case 'changedElsewhere':
      return t('banks.edit.changedElsewhere')
    case 'full':
      return t('banks.edit.full')
    default:
      return t('banks.edit.notSaved')
  }
}
