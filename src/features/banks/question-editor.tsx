import type { SubmitEvent } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import type { QuestionForm } from '#domain/question-bank/question-form.ts'
import { questionOf } from '#domain/question-bank/question-form.ts'
import type { Question } from '#domain/question-bank/question.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { OpenDesk, QuestionDraft } from '#stores/banks-desk.ts'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { Notice } from '#ui/notice.tsx'
import { Waiting } from '#ui/waiting.tsx'
import { keepFailureText } from './edit-words.ts'
import { FormFields } from './form-fields.tsx'
import styles from './question-editor.module.css'

export interface QuestionEditorProps {
  readonly title: string
  readonly draft: QuestionDraft
  readonly keeping: OpenDesk['keeping']
  readonly onChange: (form: QuestionForm) => void
  readonly onKeep: (question: Question) => void
  readonly onLeave: () => void
}

/** Writes one question. It is judged as a bank's file is, when it is to be kept and from then on at every change. */
export function QuestionEditor({ title, draft, keeping, onChange, onKeep, onLeave }: QuestionEditorProps) {
  const { t } = useTranslate()
  const titleId = useId()
  const sheet = useRef<HTMLFormElement>(null)
  const { start, form } = draft
  const [attempts, setAttempts] = useState(0)
  const [isLeaving, setLeaving] = useState(false)
  const read = questionOf(form)
  const faults = attempts === 0 || read.ok ? [] : read.failure
  const isGoing = keeping.kind === 'going'
  useEffect(() => {
    const target = attempts === 0 ? 'input, textarea' : '[aria-invalid="true"]'
    sheet.current?.querySelector<HTMLElement>(target)?.focus()
  }, [attempts])
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (isGoing) return
    if (read.ok) onKeep(read.value)
    else setAttempts(attempts + 1)
  }
  return (
    <form ref={sheet} className={styles['editor']} aria-labelledby={titleId} onSubmit={submit} noValidate>
      <h2 id={titleId}>{title}</h2>
      <FormFields form={form} faults={faults} onChange={(parts) => onChange({ ...form, ...parts })} />
      {faults.length > 0 && (
        <Notice tone="doubt" live>
          {t('banks.edit.faults', { count: faults.length })}
        </Notice>
      )}
      {keeping.kind === 'failed' && (
        <Notice tone="wrong" live>
          {keepFailureText(t, keeping.failure)}
        </Notice>
      )}
      {isGoing && <Waiting label={t('banks.edit.saving')} />}
      <div className={styles['actions']}>
        <Button type="submit" variant="primary" disabled={isGoing}>
          {t('banks.edit.save')}
        </Button>
        <Button variant="quiet" disabled={isGoing} onClick={() => (form === start ? onLeave() : setLeaving(true))}>
          {t('banks.edit.cancel')}
        </Button>
      </div>
      <ConfirmDialog
        open={isLeaving}
        title={t('banks.edit.discardTitle')}
        confirmLabel={t('banks.edit.discardConfirm')}
        closeLabel={t('common.close')}
        onConfirm={onLeave}
        onClose={() => setLeaving(false)}
      >
        {t('banks.edit.discard')}
      </ConfirmDialog>
    </form>
  )
}
