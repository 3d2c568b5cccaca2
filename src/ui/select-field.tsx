import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { classNames } from './class-names.ts'
import field from './field.module.css'
import styles from './select-field.module.css'

export interface SelectFieldProps<T extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
  readonly disabled?: boolean
}

export function SelectField<T extends string>({
  label,
  hideLabel = false,
  value,
  options,
  onChange,
  disabled = false,
}: SelectFieldProps<T>) {
  const id = useId()
  const choose = (chosen: string): void => {
    const option = options.find((each) => each.value === chosen)
    if (option !== undefined) onChange(option.value)
  }
  return (
    <div className={field['field']}>
      <label className={hideLabel ? 'sr-only' : field['label']} htmlFor={id}>
        {label}
      </label>
      <div className={styles['frame']}>
        <select
          id={id}
          className={classNames(field['control'], styles['select'])}
          value={value}
          disabled={disabled}
          onChange={(event) => choose(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown className={styles['arrow']} aria-hidden />
      </div>
    </div>
  )
}
