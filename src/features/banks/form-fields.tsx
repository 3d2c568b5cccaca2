import { useId } from 'react'
import type { FormFault, QuestionForm } from '#domain/question-bank/question-form.ts'
import { keyStatuses, questionKinds, questionLanguages } from '#domain/question-bank/question.ts'
import { knownSubjects, subjectName } from '#i18n/subject-name.ts'
import { useTranslate } from '#i18n/translator.ts'
import { RadioRow } from '#ui/radio-row.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { fieldFaultText } from './edit-words.ts'
import { FormOptions } from './form-options.tsx'
import { FormText } from './form-text.tsx'
import styles from './question-editor.module.css'

export interface FormFieldsProps {
  readonly form: QuestionForm
  readonly faults: readonly FormFault[]
  readonly onChange: (parts: Partial<QuestionForm>) => void
}

/** Every field of a question, in the order in which one is read. */
export function FormFields({ form, faults, onChange }: FormFieldsProps) {
  const { t } = useTranslate()
  const subjects = useId()
  const { language } = form
  const text = (field: 'stem' | 'leadIn' | 'explanation' | 'objective' | 'keyNote', rows: number, hint = '') => (
    <FormText
      label={t(`banks.edit.${field}`)}
      value={form[field]}
      onChange={(value) => onChange({ [field]: value })}
      fault={fieldFaultText(t, faults, field)}
      lang={language}
      {...{ rows, hint }}
    />
  )
  return (
    <>
      {text('stem', 4, t('banks.edit.stemHint'))}
      {text('leadIn', 1)}
      <FormOptions form={form} faults={faults} onChange={(options) => onChange({ options })} />
      {text('explanation', 2)}
      {text('objective', 1)}
      <div className={styles['row']}>
        <FormText
          label={t('banks.edit.subject')}
          value={subjectName(t, form.subject)}
          onChange={(name) => onChange({ subject: subjectCalled(name) })}
          fault={fieldFaultText(t, faults, 'subject')}
          hint={t('banks.edit.subjectHint')}
          list={subjects}
        />
        <datalist id={subjects}>
          {knownSubjects.map((subject) => (
            <option key={subject} value={subjectName(t, subject)} />
          ))}
        </datalist>
        <FormText
          label={t('banks.edit.tags')}
          value={form.tags}
          onChange={(tags) => onChange({ tags })}
          fault={fieldFaultText(t, faults, 'tags')}
          hint={t('banks.edit.tagsHint')}
        />
        <SelectField
          label={t('banks.edit.kind')}
          value={form.kind}
          options={questionKinds.map((kind) => ({ value: kind, label: t(`quiz.kind.${kind}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
        <SelectField
          label={t('banks.edit.keyStatus')}
          value={form.keyStatus}
          options={keyStatuses.map((status) => ({ value: status, label: t(`banks.browse.keyStatus.${status}`) }))}
          onChange={(keyStatus) => onChange({ keyStatus })}
        />
      </div>
      {text('keyNote', 1)}
      <FormText
        label={t('banks.edit.source')}
        value={form.source}
        onChange={(source) => onChange({ source })}
        fault={fieldFaultText(t, faults, 'source')}
      />
      <RadioRow
        label={t('banks.edit.language')}
        options={questionLanguages.map((each) => ({ value: each, label: t(`quiz.language.${each}`) }))}
        value={language}
        onChange={(chosen) => onChange({ language: chosen })}
      />
    </>
  )

  /** The subject that a name on the screen means; a name that is none of ours is a subject of its own. */
  function subjectCalled(name: string): string {
    return knownSubjects.find((subject) => subjectName(t, subject) === name.trim()) ?? name
  }
}
