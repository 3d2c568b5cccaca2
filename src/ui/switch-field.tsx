import { useId } from 'react'
import field from './field.module.css'
import styles from './switch-field.module.css'

export interface SwitchFieldProps {
  readonly label: string
  readonly detail?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
}

export function SwitchField({ label, detail, checked, onChange, disabled = false }: SwitchFieldProps) {
  const id = useId()
  const detailId = `${id}-detail`
  return (
    <div className={styles['switch']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <input
        type="checkbox"
        role="switch"
        id={id}
        className={styles['track']}
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        aria-describedby={detail === undefined ? undefined : detailId}
        onChange={(event) => onChange(event.target.checked)}
      />
      {detail !== undefined && (
        <p id={detailId} className={field['detail']}>
          {detail}
        </p>
      )}
    </div>
  )
}
