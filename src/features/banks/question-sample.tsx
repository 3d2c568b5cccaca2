import type { Question } from '#domain/question-bank/question.ts'
import { useTranslate } from '#i18n/translator.ts'
import styles from './banks.module.css'

/** A question as it would be taken, with its key. */
export function QuestionSample({ question }: { readonly question: Question }) {
  const { t } = useTranslate()
  const { stem, leadIn, options, answers, explanation, language } = question
  return (
    <li lang={language} className={styles['sample']}>
      {stem !== '' && <p className={styles['stem']}>{stem}</p>}
      <p className={styles['stem']}>{leadIn}</p>
      <ul className={styles['options']}>
        {options.map(({ label, text }) => (
          <li key={label}>
            {label}. {text}
          </li>
        ))}
      </ul>
      <p className={styles['key']}>{t('banks.preview.key', { letters: answers.join(', ') })}</p>
      {explanation !== '' && (
        <p className={styles['quiet']}>
          {t('banks.preview.explanation')}: {explanation}
        </p>
      )}
    </li>
  )
}
