import type { QuizItem, QuizSession } from '#domain/quiz/session.ts'
import type { PlainKey } from '#i18n/translator.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Notice } from '#ui/notice.tsx'
import { RadioRow } from '#ui/radio-row.tsx'
import { useState } from 'react'
import type { ReviewListProps } from './review-list.tsx'
import { ReviewList } from './review-list.tsx'
import styles from './review-section.module.css'

export interface ReviewSectionProps extends Omit<ReviewListProps, 'indices'> {
  readonly wrongAndCertain: readonly number[]
}

const choices = ['wrongAndCertain', 'wrong', 'unanswered', 'flagged', 'all'] as const
type ReviewChoice = (typeof choices)[number]

const choiceWords = {
  wrongAndCertain: 'quiz.result.wrongAndCertainTitle',
  wrong: 'quiz.result.onlyWrong',
  unanswered: 'quiz.result.onlyUnanswered',
  flagged: 'quiz.result.onlyFlagged',
  all: 'quiz.result.all',
} as const satisfies Record<ReviewChoice, PlainKey>

/** The items of a session to look at again. What was wrong with certainty comes first, as long as there is any. */
export function ReviewSection({ wrongAndCertain, ...list }: ReviewSectionProps) {
  const { t } = useTranslate()
  const indices = indicesBy(list.session, wrongAndCertain)
  const offered = choices.filter((choice) => choice === 'all' || indices[choice].length > 0)
  const [wished, setWished] = useState<ReviewChoice | null>(null)
  const chosen = wished ?? offered[0] ?? 'all'
  if (indices.all.length === 0) return null
  return (
    <section className={styles['review']}>
      <h2>{t('quiz.result.review')}</h2>
      {offered.length > 1 && (
        <div className={styles['choice']}>
          <RadioRow
            label={t('quiz.result.which')}
            hideLabel
            options={offered.map((choice) => ({
              value: choice,
              label: t('quiz.result.choice', { what: t(choiceWords[choice]), count: indices[choice].length }),
            }))}
            value={chosen}
            onChange={setWished}
          />
        </div>
      )}
      {chosen === 'wrongAndCertain' && <Notice tone="doubt">{t('quiz.result.wrongAndCertain')}</Notice>}
      <ReviewList {...list} indices={indices[chosen]} />
    </section>
  )
}

function indicesBy(
  { items }: QuizSession,
  wrongAndCertain: readonly number[],
): Readonly<Record<ReviewChoice, readonly number[]>> {
  const where = (isIt: (item: QuizItem) => boolean): readonly number[] =>
    items.flatMap((item, index) => (isIt(item) ? [index] : []))
  return {
    wrongAndCertain,
    wrong: where((item) => item.kind === 'graded' && !item.correct),
    unanswered: where(({ kind }) => kind === 'unanswered'),
    flagged: where(({ work }) => work.isFlagged),
    all: where(({ kind }) => kind !== 'open'),
  }
}
