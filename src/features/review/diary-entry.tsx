import { Pencil } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Question } from '#domain/question-bank/question.ts'
import { questionText } from '#domain/question-bank/question.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { DiaryItem } from '#stores/memory-state.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { DiaryForm } from './diary-form.tsx'
import type { DiarySectionProps } from './diary-section.tsx'
import { QuestionLine } from './question-line.tsx'
import styles from './review.module.css'

export interface DiaryEntryProps {
  readonly item: DiaryItem
  readonly onEdit: () => void
  readonly onWrite: DiarySectionProps['onWrite']
}

/** A question that went wrong: what was chosen, what the key is, and what the student makes of it. */
export function DiaryEntry({ item, onEdit, onWrite }: DiaryEntryProps) {
  const { t } = useTranslate()
  const [isOpen, setOpen] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const { attempt, question, cause, lesson, timesWrong, isMended } = item
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isOpen) pencil.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return (
    <>
      {question === null ? <p>{t('review.diary.gone')}</p> : <QuestionLine question={question} />}
      <p>
        {t('review.diary.yours', { option: optionsOf(question, [attempt.choice]) })}
        {' · '}
        {t('review.diary.key', { option: optionsOf(question, attempt.answers) })}
      </p>
      <p className={styles['chips']}>
        <Chip tone={cause === null ? 'quiet' : 'accent'}>
          {t(cause === null ? 'review.diary.noCause' : `review.diary.cause.${cause}`)}
        </Chip>
        {timesWrong > 0 && <Chip>{t('review.diary.timesWrong', { count: timesWrong })}</Chip>}
        {isMended && <Chip tone="right">{t('review.diary.mended')}</Chip>}
      </p>
      {lesson !== '' && !isOpen && <p className={styles['lesson']}>{lesson}</p>}
      {isOpen ? (
        <DiaryForm
          cause={cause}
          lesson={lesson}
          onSave={(newCause, newLesson) => {
            setOpen(false)
            onWrite(attempt.id, newCause, newLesson)
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <p className={styles['screenOnly']}>
          <Button
            ref={pencil}
            size="small"
            icon={<Pencil aria-hidden />}
            aria-label={t('review.diary.editThing', {
              question: question === null ? '' : questionText(question).slice(0, 60),
            })}
            onClick={() => {
              setOpen(true)
              onEdit()
            }}
          >
            {t('review.diary.edit')}
          </Button>
        </p>
      )}
    </>
  )
}

/** Options with their letters; the letters alone where the question is not here any more. */
function optionsOf(question: Question | null, labels: readonly string[]): string {
  return labels
    .map((label) => {
      const text = question?.options.find((option) => option.label === label)?.text
      return text === undefined ? label : `${label}. ${text}`
    })
    .join(', ')
}
