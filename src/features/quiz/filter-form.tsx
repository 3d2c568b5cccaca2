import type { QuestionBank, QuestionKind, QuestionLanguage } from '#domain/question-bank/question.ts'
import { questionKinds, questionLanguages } from '#domain/question-bank/question.ts'
import type { QuizFilter } from '#domain/quiz/session.ts'
import { matchingQuestions } from '#domain/quiz/start-session.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { RadioRow } from '#ui/radio-row.tsx'
import { useState } from 'react'
import styles from './filter-form.module.css'
import { kindWords, languageWords } from './quiz-words.ts'

const counts = ['5', '10', '20'] as const

export interface FilterFormProps {
  readonly bank: QuestionBank
  readonly defaultLanguage: QuestionLanguage
  readonly onStart: (filter: QuizFilter) => void
}

/** Chooses which questions to practise. Only kinds that the bank has are offered. */
export function FilterForm({ bank, defaultLanguage, onStart }: FilterFormProps) {
  const { t } = useTranslate()
  // Until a student says otherwise, the questions are in the language of the app.
  const [wished, setWished] = useState<QuestionLanguage | null>(null)
  const [left, setLeft] = useState<readonly QuestionKind[]>([])
  const [count, setCount] = useState<(typeof counts)[number]>('10')

  const offered = questionLanguages.filter((one) => bank.questions.some((question) => question.language === one))
  const language = wished ?? (offered.includes(defaultLanguage) ? defaultLanguage : (offered[0] ?? defaultLanguage))
  const present = questionKinds.filter((kind) =>
    bank.questions.some((question) => question.language === language && question.kind === kind),
  )
  const kinds = present.filter((kind) => !left.includes(kind))
  const filter: QuizFilter = { language, kinds, subjects: null, count: Number(count) }
  const available = matchingQuestions(bank, filter).length
  const toggle = (kind: QuestionKind): void =>
    setLeft(left.includes(kind) ? left.filter((other) => other !== kind) : [...left, kind])

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (available > 0) onStart(filter)
      }}
    >
      <RadioRow
        label={t('quiz.start.language')}
        options={offered.map((one) => ({ value: one, label: t(languageWords[one]) }))}
        value={language}
        onChange={setWished}
      />
      <fieldset>
        <legend className={styles['legend']}>{t('quiz.start.kinds')}</legend>
        <div className={styles['kinds']}>
          {present.map((kind) => (
            <label key={kind} className={styles['kind']}>
              <input type="checkbox" checked={kinds.includes(kind)} onChange={() => toggle(kind)} />
              {t(kindWords[kind])}
            </label>
          ))}
        </div>
      </fieldset>
      <RadioRow
        label={t('quiz.start.number')}
        options={counts.map((one) => ({ value: one, label: one }))}
        value={count}
        onChange={setCount}
      />
      <p className={styles['available']} role="status">
        {available === 0 ? t('quiz.start.noneAvailable') : t('quiz.start.available', { count: available })}
      </p>
      <div>
        <Button type="submit" variant="primary" disabled={available === 0}>
          {t('quiz.start.begin')}
        </Button>
      </div>
    </form>
  )
}
