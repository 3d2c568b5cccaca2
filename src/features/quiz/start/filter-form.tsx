import type { QuestionBank, QuestionKind, QuestionLanguage } from '#domain/question-bank/question.ts'
import { questionLanguages } from '#domain/question-bank/question.ts'
import type { QuizFilter } from '#domain/quiz/quiz-filter.ts'
import type { StatesOf } from '#domain/quiz/start-session.ts'
import { matchingQuestions } from '#domain/quiz/start-session.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { SessionWish } from '#stores/quiz.ts'
import { Button } from '#ui/button.tsx'
import { RadioRow } from '#ui/radio-row.tsx'
import { useState } from 'react'
import { CheckGroup } from './check-group.tsx'
import type { CountWish } from './count-field.tsx'
import { CountField, countOf } from './count-field.tsx'
import styles from './filter-form.module.css'
import type { ModeWish } from './mode-fields.tsx'
import { ModeFields, sessionWish } from './mode-fields.tsx'
import type { MoreWishes } from './more-choices.tsx'
import { MoreChoices, noMoreWishes } from './more-choices.tsx'
import { offeredChoices } from './offered-choices.ts'
import { kindWords, languageWords } from '../quiz-words.ts'
import { toggled } from './toggled.ts'

export interface FilterFormProps {
  readonly bank: QuestionBank
  readonly defaultLanguage: QuestionLanguage
  readonly statesOf: StatesOf
  readonly onStart: (filter: QuizFilter, wish: SessionWish) => void
}

/** Chooses which questions to practise and how. Only what the bank has is offered. */
export function FilterForm({ bank, defaultLanguage, statesOf, onStart }: FilterFormProps) {
  const { t } = useTranslate()
  // Until a student says otherwise, the questions are in the language of the app.
  const [wished, setWished] = useState<QuestionLanguage | null>(null)
  const [left, setLeft] = useState<readonly QuestionKind[]>([])
  const [count, setCount] = useState<CountWish>({ kind: 'some', count: 10 })
  const [mode, setMode] = useState<ModeWish>({ mode: 'tutor', pace: 'usual', secondsEach: 75 })
  const [more, setMore] = useState<MoreWishes>(noMoreWishes)

  const offered = questionLanguages.filter((one) => bank.questions.some((question) => question.language === one))
  const language = wished ?? (offered.includes(defaultLanguage) ? defaultLanguage : (offered[0] ?? defaultLanguage))
  const choices = offeredChoices(bank, language)
  const kinds = choices.kinds.filter((kind) => !left.includes(kind))
  const wishes = { language, kinds, ...more }
  const available = matchingQuestions(bank, wishes, statesOf).length
  const filter: QuizFilter = { ...wishes, count: countOf(count, available) }
  const number = Math.min(filter.count, available)

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (available > 0) onStart(filter, sessionWish(mode, number))
      }}
    >
      <ModeFields wish={mode} count={number} onChange={setMode} />
      <RadioRow
        label={t('quiz.start.language')}
        options={offered.map((one) => ({ value: one, label: t(languageWords[one]) }))}
        value={language}
        onChange={(chosen) => {
          setWished(chosen)
          // Subjects and tags are those of the other language.
          setMore({ ...more, subjects: null, tags: null })
        }}
      />
      <CheckGroup
        label={t('quiz.start.kinds')}
        options={choices.kinds.map((kind) => ({ value: kind, label: t(kindWords[kind]) }))}
        chosen={kinds}
        onToggle={(kind) => setLeft(toggled(left, kind))}
      />
      <CountField wish={count} available={available} onChange={setCount} />
      <MoreChoices wishes={more} choices={choices} onChange={setMore} />
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
