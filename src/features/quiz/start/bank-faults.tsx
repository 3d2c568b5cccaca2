import type { BankFault } from '#domain/question-bank/parse-bank.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Notice } from '#ui/notice.tsx'
import { faultWords } from '../quiz-words.ts'

/** So many are listed; a file with more is broken as a whole. */
const shownFaults = 20

export function BankFaults({ faults }: { readonly faults: readonly BankFault[] }) {
  const { t } = useTranslate()
  const rest = faults.length - shownFaults
  const place = ({ question }: BankFault): string =>
    question === null ? t('quiz.bank.whole') : (question.id ?? t('quiz.bank.question', { number: question.index + 1 }))
  return (
    <Notice tone="wrong" title={t('quiz.bank.faultyTitle')}>
      <p>{t('quiz.bank.faulty', { count: faults.length })}</p>
      <ul>
        {faults.slice(0, shownFaults).map((fault) => (
          <li key={`${fault.path} ${fault.kind}`}>
            {place(fault)}: {t(faultWords[fault.kind])} <code>{fault.path}</code>
          </li>
        ))}
        {rest > 0 && <li>{t('quiz.bank.more', { count: rest })}</li>}
      </ul>
    </Notice>
  )
}
