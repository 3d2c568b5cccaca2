import { useId, useState } from 'react'
import { classNames } from './class-names.ts'
import field from './field.module.css'
import styles from './number-field.module.css'

export interface NumberFieldProps {
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly unit?: string
  readonly disabled?: boolean
}

/** Says only numbers between `min` and `max`; what is typed on the way there stays a draft, and leaving settles it. */
export function NumberField({ label, value, onChange, min, max, step = 1, unit, disabled = false }: NumberFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const write = (text: string): void => {
    setDraft(text)
    const number = numberIn(text)
    if (number === null || (number >= min && number <= max)) onChange(number)
  }
  const settle = (): void => {
    const number = draft === null ? null : numberIn(draft)
    setDraft(null)
    if (number !== null && (number < min || number > max)) onChange(Math.min(max, Math.max(min, number)))
  }
  return (
    <div className={field['field']}>
      <label className={field['label']} htmlFor={id}>
        {label}
      </label>
      <div className={styles['frame']}>
        <input
          type="number"
          inputMode={Number.isInteger(step) && min >= 0 ? 'numeric' : 'decimal'}
          id={id}
          className={classNames(field['control'], styles['number'])}
          value={draft ?? value ?? ''}
          min={min}
          max={max}
          step={step}
          disabled={disabled}
          aria-describedby={unit === undefined ? undefined : `${id}-unit`}
          onChange={(event) => write(event.target.value)}
          onBlur={settle}
        />
        {unit !== undefined && <span id={`${id}-unit`}>{unit}</span>}
      </div>
    </div>
  )
}

function numberIn(text: string): number | null {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(number) ? number : null
}
