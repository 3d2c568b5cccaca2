import type { ModelFailure } from '#domain/models/failure.ts'
import type { GradedItem, QuizSession } from '#domain/quiz/session.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Quiz } from '#stores/quiz.ts'
import type { Explaining } from '#stores/quiz-state.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Announcer } from './announcer.tsx'
import { GradedAnswer } from './graded-answer.tsx'
import { QuestionSheet } from './question-sheet.tsx'
import { confidenceWords, timeWords } from './quiz-words.ts'
import styles from './review-list.module.css'

export interface ReviewListProps {
  readonly quiz: Quiz
  readonly session: QuizSession
  readonly explaining: Explaining
  readonly renderFailure: (failure: ModelFailure) => ReactNode
  /** Which graded items are listed. */
  readonly indices: readonly number[]
}

/** Graded items to unfold, each as it was seen after grading. */
export function ReviewList({ session, indices, ...rest }: ReviewListProps) {
  return (
    <ul className={styles['list']}>
      {indices.map((index) => {
        const item = session.items[index]
        return item?.kind === 'graded' ? (
          <li key={item.attemptId}>
            <ReviewedItem {...rest} item={item} number={index + 1} />
          </li>
        ) : null
      })}
    </ul>
  )
}

interface ReviewedItemProps extends Omit<ReviewListProps, 'session' | 'indices'> {
  readonly item: GradedItem
  readonly number: number
}

function ReviewedItem({ item, number, quiz, explaining, renderFailure }: ReviewedItemProps) {
  const { t } = useTranslate()
  const [isOpen, setOpen] = useState(false)
  const verdict = t(item.correct ? 'quiz.feedback.right' : 'quiz.feedback.wrong')
  const confidence = t(confidenceWords[item.confidence])
  const summary = t('quiz.result.item', { number, verdict, confidence, time: timeWords(t, item.took) })
  return (
    <Disclosure summary={summary} open={isOpen} onToggle={setOpen}>
      {isOpen && (
        <div className={styles['item']}>
          <QuestionSheet question={item.question} />
          <GradedAnswer quiz={quiz} item={item} explaining={explaining} renderFailure={renderFailure} level={3} />
          <Announcer item={item} explaining={explaining} />
        </div>
      )}
    </Disclosure>
  )
}
