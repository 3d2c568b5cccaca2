import type { QuizItem } from '#domain/quiz/session.ts'
import type { Translate } from '#i18n/translator.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Explaining } from '#stores/quiz-state.ts'
import { LiveRegion } from '#ui/live-region.tsx'
import { useState } from 'react'
import { stageWords } from './model-stage.ts'
import { keyLetters } from '../quiz-words.ts'

export interface AnnouncerProps {
  readonly item: QuizItem
  readonly explaining: Explaining
}

/** Reads out what happened to an item since it was turned to: the grade, the model's stages, and its end. */
export function Announcer({ item, explaining }: AnnouncerProps) {
  const { t } = useTranslate()
  const [first] = useState(item)
  return <LiveRegion message={news(t, first, item, explaining)} />
}

function news(t: Translate, first: QuizItem, item: QuizItem, explaining: Explaining): string {
  if (item.kind !== 'graded') return ''
  if (explaining.kind === 'running' && explaining.attemptId === item.attemptId) return t(stageWords(explaining))
  const known = first.kind === 'graded' ? first.explanation : null
  if (item.explanation !== null && item.explanation !== known) {
    const { named } = item.explanation
    return named.kind === 'none'
      ? t('quiz.model.endedWithoutChoice')
      : t('quiz.model.endedSaid', { choice: named.label })
  }
  if (first.kind === 'graded') return ''
  const key = keyLetters(item.question.answers)
  return item.correct
    ? t('quiz.feedback.rightSaid', { key })
    : t('quiz.feedback.wrongSaid', { choice: item.choice, key })
}
