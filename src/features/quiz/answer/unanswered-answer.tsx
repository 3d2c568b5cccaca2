import type { UnansweredItem } from '#domain/quiz/session.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Notice } from '#ui/notice.tsx'
import { Lesson } from './lesson.tsx'
import { OptionRationales } from './option-rationales.tsx'
import { keyLetters } from '../quiz-words.ts'

export interface UnansweredAnswerProps {
  readonly item: UnansweredItem
  readonly level: 2 | 3
}

/** The key and its reasons of an item without an answer. Nobody committed to anything, so no model is asked either. */
export function UnansweredAnswer({ item, level }: UnansweredAnswerProps) {
  const { t } = useTranslate()
  return (
    <>
      <Notice tone="info" title={t('quiz.feedback.unanswered')}>
        {t('quiz.feedback.keyIs', { key: keyLetters(item.question.answers) })}
      </Notice>
      <OptionRationales item={item} />
      <Lesson question={item.question} level={level} />
    </>
  )
}
