import type { ModelFailure } from '#domain/models/failure.ts'
import type { GradedItem, QuizSession, UnansweredItem } from '#domain/quiz/session.ts'
import { isInBlock, numberOf } from '#domain/quiz/session.ts'
import type { Translate } from '#i18n/translator.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Quiz } from '#stores/quiz.ts'
import type { Explaining } from '#stores/quiz-state.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Announcer } from '../answer/announcer.tsx'
import { ClosedAnswer } from '../answer/closed-answer.tsx'
import { QuestionSheet } from '../answer/question-sheet.tsx'
import { confidenceWords, timeWords } from '../quiz-words.ts'
import styles from './review-list.module.css'

export interface ReviewListProps {
  readonly quiz: Quiz
  readonly session: QuizSession
  readonly explaining: Explaining
  readonly renderFailure: (failure: ModelFailure) => ReactNode
  /** Which items are listed; none of them is open. */
  readonly indices: readonly number[]
}

/** Items to unfold, each as it is seen once its key is known. */
export function ReviewList({ indices, ...rest }: ReviewListProps) {
  return (
    <ul className={styles['list']}>
      {indices.map((index) => {
        const item = rest.session.items[index]
        return item === undefined || item.kind === 'open' ? null : (
          <li key={index}>
            <ReviewedItem {...rest} item={item} index={index} />
          </li>
        )
      })}
    </ul>
  )
}

interface ReviewedItemProps extends Omit<ReviewListProps, 'indices'> {
  readonly item: GradedItem | UnansweredItem
  readonly index: number
}

function ReviewedItem({ index, session, ...rest }: ReviewedItemProps) {
  const { item, explaining } = rest
  const { t, language } = useTranslate()
  const [isOpen, setOpen] = useState(false)
  const name = session.blocks.find((block) => isInBlock(block, index))?.name ?? null
  const place = numberOf(session, index)
  const number = name === null ? place : t('quiz.result.numberIn', { name: name[language], number: place })
  return (
    <Disclosure summary={summaryOf(t, item, number)} open={isOpen} onToggle={setOpen}>
      {isOpen && (
        <div className={styles['item']}>
          <QuestionSheet question={item.question} marks={item.work.highlights} />
          {item.work.note !== '' && (
            <section className={styles['note']}>
              <h3>{t('quiz.note.label')}</h3>
              <p>{item.work.note}</p>
            </section>
          )}
          <ClosedAnswer {...rest} mode={session.mode} level={3} />
          <Announcer item={item} explaining={explaining} />
        </div>
      )}
    </Disclosure>
  )
}

function summaryOf(t: Translate, item: GradedItem | UnansweredItem, number: string | number): string {
  const time = timeWords(t, item.spent)
  if (item.kind === 'unanswered')
    return t('quiz.result.itemPlain', { number, verdict: t('quiz.feedback.unanswered'), time })
  const verdict = t(item.correct ? 'quiz.feedback.right' : 'quiz.feedback.wrong')
  return item.confidence === null
    ? t('quiz.result.itemPlain', { number, verdict, time })
    : t('quiz.result.item', { number, verdict, confidence: t(confidenceWords[item.confidence]), time })
}
