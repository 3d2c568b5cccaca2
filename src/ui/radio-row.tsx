import { useId } from 'react'
import { classNames } from './class-names.ts'
import field from './field.module.css'
import styles from './radio-row.module.css'

export interface RadioRowProps<T extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly options: readonly { readonly value: T; readonly label: string; readonly detail?: string }[]
  readonly value: T | null
  readonly onChange: (value: T) => void
  readonly disabled?: boolean
}

export function RadioRow<T extends string>({
  label,
  hideLabel = false,
  options,
  value,
  onChange,
  disabled = false,
}: RadioRowProps<T>) {
  const name = useId()
  return (
    <fieldset className={field['field']} disabled={disabled}>
      <legend className={hideLabel ? 'sr-only' : classNames(field['label'], styles['legend'])}>{label}</legend>
      <div className={styles['row']}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']}>
            <input
              type="radio"
              className={styles['radio']}
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className={styles['words']}>
              <span>{option.label}</span>
              {option.detail !== undefined && <span className={styles['detail']}>{option.detail}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
