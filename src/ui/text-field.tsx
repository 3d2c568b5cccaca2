import { type ComponentProps, useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './field.module.css'

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'search'
}

export function TextField({ label, hideLabel = false, onChange, type = 'text', className, ...rest }: TextFieldProps) {
  const ownId = useId()
  const id = rest.id ?? ownId
  return (
    <div className={classNames(styles['field'], className)}>
      <label className={hideLabel ? 'sr-only' : styles['label']} htmlFor={id}>
        {label}
      </label>
      <input
        autoComplete="off"
        {...rest}
        id={id}
        type={type}
        className={styles['control']}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
