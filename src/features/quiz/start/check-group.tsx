import { classNames } from '#ui/class-names.ts'
import styles from './check-group.module.css'

export interface CheckGroupProps<T extends string> {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly chosen: readonly T[]
  readonly onToggle: (value: T) => void
  /** Many small choices stand closer together. */
  readonly dense?: boolean
}

/** Choices of which any number can hold at once. */
export function CheckGroup<T extends string>({ label, options, chosen, onToggle, dense = false }: CheckGroupProps<T>) {
  return (
    <fieldset>
      <legend className={styles['legend']}>{label}</legend>
      <div className={classNames(styles['choices'], dense && styles['dense'])}>
        {options.map((option) => (
          <label key={option.value} className={styles['choice']}>
            <input type="checkbox" checked={chosen.includes(option.value)} onChange={() => onToggle(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
