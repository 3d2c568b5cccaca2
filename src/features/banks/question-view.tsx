import type { ReactNode } from 'react'
import type { Question } from '#domain/question-bank/question.ts'
import { isAnswer } from '#domain/question-bank/question.ts'
import { subjectName } from '#i18n/subject-name.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Chip } from '#ui/chip.tsx'
import { OptionMark } from '#ui/option-mark.tsx'
import styles from './bank-browser.module.css'

export interface QuestionViewProps {
  readonly question: Question
  readonly number: number
  readonly total: number
  readonly actions?: ReactNode
}

/** A question as its bank has it, with its key and every reason. */
export function QuestionView({ question, number, total, actions }: QuestionViewProps) {
  const { t } = useTranslate()
  const { stem, leadIn, language, source } = question
  const facts = [
    { term: t('banks.browse.explanation'), detail: question.explanation, isOwn: true },
    { term: t('banks.browse.objective'), detail: question.objective, isOwn: true },
    { term: t('banks.browse.keyNote'), detail: question.keyNote, isOwn: true },
    { term: t('banks.mapping.subject'), detail: subjectName(t, question.subject), isOwn: false },
    { term: t('banks.browse.tags'), detail: question.tags.join(', '), isOwn: true },
    { term: t('banks.browse.source'), detail: source.note, isOwn: true },
    { term: t('banks.browse.id'), detail: question.id, isOwn: false },
  ].filter(({ detail }) => detail !== '')
  return (
    <article className={styles['question']} aria-labelledby="banks-question">
      <header className={styles['head']}>
        <h2 id="banks-question">{t('banks.browse.question', { number, total })}</h2>
        {question.keyStatus !== 'final' && (
          <Chip tone="doubt">{t(`banks.browse.keyStatus.${question.keyStatus}`)}</Chip>
        )}
        {actions}
      </header>
      <div lang={language}>
        {stem !== '' && <p className={styles['stem']}>{stem}</p>}
        <p className={styles['leadIn']}>{leadIn}</p>
      </div>
      <ol className={styles['options']}>
        {question.options.map(({ label, text, rationale }) => {
          const isKey = isAnswer(question, label)
          return (
            <li key={label} className={styles['option']}>
              <OptionMark letter={label} state={isKey ? 'right' : 'idle'} />
              <div>
                <p>
                  <span lang={language}>{text}</span> {isKey && <Chip tone="right">{t('banks.browse.key')}</Chip>}
                </p>
                {rationale !== '' && (
                  <p className={styles['quiet']} lang={language}>
                    {rationale}
                  </p>
                )}
              </div>
            </li>
          )
        })}
      </ol>
      <dl className={styles['facts']}>
        {facts.map(({ term, detail, isOwn }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd lang={isOwn ? language : undefined}>{detail}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}
