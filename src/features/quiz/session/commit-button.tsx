import type { ItemWork } from '#domain/quiz/session.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { use, useId } from 'react'
import styles from './commit-button.module.css'
import { Shortcut, ShortcutsOn } from '../shortcut.tsx'

export interface CommitButtonProps {
  readonly work: ItemWork
  readonly onGrade: () => void
}

/** Grades an item, or says what is still missing for that. */
export function CommitButton({ work: { choice, confidence }, onGrade }: CommitButtonProps) {
  const { t } = useTranslate()
  const areKeysOn = use(ShortcutsOn)
  const hintId = useId()
  const missing =
    choice === null ? t('quiz.question.needChoice') : confidence === null ? t('quiz.question.needConfidence') : null
  return (
    <div className={styles['commit']}>
      <Button
        variant="primary"
        aria-keyshortcuts={areKeysOn ? 'Enter' : undefined}
        aria-disabled={missing !== null}
        aria-describedby={missing === null ? undefined : hintId}
        onClick={onGrade}
      >
        {t('quiz.question.grade')}
        <Shortcut keys="Enter" />
      </Button>
      {missing !== null && (
        <p id={hintId} className={styles['hint']}>
          {missing}
        </p>
      )}
    </div>
  )
}
