import { Plus, Trash2 } from 'lucide-react'
import { useId } from 'react'
import type { FormFault, FormOption, QuestionForm } from '#domain/question-bank/question-form.ts'
import { optionLabels } from '#domain/question-bank/question.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { fieldFaultText } from './edit-words.ts'
import { FormText } from './form-text.tsx'
import styles from './question-editor.module.css'

export interface FormOptionsProps {
  readonly form: QuestionForm
  readonly faults: readonly FormFault[]
  readonly onChange: (options: readonly FormOption[]) => void
}

/** The options of the form, each with whether it is right and why. */
export function FormOptions({ form, faults, onChange }: FormOptionsProps) {
  const { t } = useTranslate()
  const id = useId()
  const { options, language } = form
  const wrong = ['options', 'answers'].map((field) => fieldFaultText(t, faults, field)).filter((text) => text !== '')
  const change = (index: number, parts: Partial<FormOption>): void =>
    onChange(options.map((option, place) => (place === index ? { ...option, ...parts } : option)))
  return (
    <fieldset className={styles['options']} aria-describedby={wrong.length === 0 ? undefined : `${id}-wrong`}>
      <legend>{t('banks.edit.options')}</legend>
      {wrong.length > 0 && (
        <p id={`${id}-wrong`} className={styles['fault']}>
          {wrong.join(' ')}
        </p>
      )}
      {options.map((option, index) => {
        const letter = optionLabels[index] ?? ''
        return (
          <div key={index} className={styles['option']}>
            <FormText
              label={t('banks.edit.option', { letter })}
              value={option.text}
              onChange={(text) => change(index, { text })}
              fault={fieldFaultText(t, faults, `options.${index}.text`)}
              lang={language}
              rows={1}
            />
            <div className={styles['marks']}>
              <label className={styles['key']}>
                <input
                  type="checkbox"
                  checked={option.isKey}
                  aria-invalid={faults.some(({ field }) => field === 'answers')}
                  onChange={(event) => change(index, { isKey: event.target.checked })}
                />
                {t('banks.edit.isKey', { letter })}
              </label>
              <IconButton
                label={t('banks.edit.removeOption', { letter })}
                icon={<Trash2 />}
                disabled={options.length <= 2}
                onClick={() => onChange(options.filter((_, place) => place !== index))}
              />
            </div>
            <FormText
              label={t('banks.edit.rationale', { letter })}
              value={option.rationale}
              onChange={(rationale) => change(index, { rationale })}
              fault={fieldFaultText(t, faults, `options.${index}.rationale`)}
              lang={language}
              rows={1}
            />
          </div>
        )
      })}
      <div>
        <Button
          size="small"
          icon={<Plus />}
          disabled={options.length >= optionLabels.length}
          onClick={() => onChange([...options, { text: '', rationale: '', isKey: false }])}
        >
          {t('banks.edit.addOption')}
        </Button>
      </div>
    </fieldset>
  )
}
