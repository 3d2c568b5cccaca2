import type { ExamLayouts } from '#domain/exam/exam-layout.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Quiz } from '#stores/quiz.ts'
import { selectLayouts } from '#stores/quiz-state.ts'
import { useSelected } from '#stores/readonly-store.ts'
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { WhenRead } from './when-read.tsx'

export interface WithLayoutsProps {
  readonly quiz: Quiz
  readonly render: (file: ExamLayouts) => ReactNode
}

/** Has the layouts of examinations read, and shows what needs them once they are there. */
export function WithLayouts({ quiz, render }: WithLayoutsProps) {
  const { t } = useTranslate()
  const layouts = useSelected(quiz.state, selectLayouts)
  const read = (): void => void quiz.openLayouts()
  useEffect(() => void quiz.openLayouts(), [quiz])
  return (
    <WhenRead
      {...{ render, reading: layouts, loading: t('quiz.mock.loading'), failed: t('quiz.mock.failed') }}
      onRetry={read}
    />
  )
}
