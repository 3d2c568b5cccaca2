import { useEffect, useId, useRef, useState } from 'react'
import type { ErrorCause } from '#domain/quiz/review-event.ts'
import { errorCauses } from '#domain/quiz/review-event.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import styles from './review.module.css'

export interface DiaryFormProps {
  readonly cause: ErrorCause | null
  readonly lesson: string
  readonly onSave: (cause: ErrorCause | null, lesson: string) => void
  readonly onCancel: () => void
}

/** Why it went wrong, and what is to be remembered. */
export function DiaryForm({ cause, lesson, onSave, onCancel }: DiaryFormProps) {
  const { t } = useTranslate()
  const hint = useId()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('select')?.focus(), [])
  const [newCause, setCause] = useState<ErrorCause | 'none'>(cause ?? 'none')
  const [newLesson, setLesson] = useState(lesson)
  return (
    <form
      ref={form}
      className={classNames(styles['form'], styles['screenOnly'])}
      onSubmit={(event) => {
        event.preventDefault()
        onSave(newCause === 'none' ? null : newCause, newLesson)
      }}
    >
      <SelectField
        label={t('review.diary.filter')}
        value={newCause}
        options={[
          { value: 'none', label: t('review.diary.noCause') },
          ...errorCauses.map((value) => ({ value, label: t(`review.diary.cause.${value}`) })),
        ]}
        onChange={setCause}
      />
      <TextArea
        label={t('review.diary.lesson')}
        value={newLesson}
        onChange={setLesson}
        rows={2}
        autoGrow
        aria-describedby={hint}
      />
      <p id={hint} className={styles['quiet']}>
        {t('review.diary.lessonHint')}
      </p>
      <div className={styles['actions']}>
        <Button type="submit" variant="primary">
          {t('review.diary.save')}
        </Button>
        <Button onClick={onCancel}>{t('review.diary.cancel')}</Button>
      </div>
    </form>
  )
}
