import { useId } from 'react'
import styles from './progress-bar.module.css'

export interface ProgressBarProps {
  readonly label: string
  /** From 0 to 1. */
  readonly value: number
  readonly detail?: string
}

export function ProgressBar({ label, value, detail }: ProgressBarProps) {
  const id = useId()
  return (
    <div className={styles['progress']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {detail !== undefined && <span className={styles['detail']}>{detail}</span>}
      <progress className={styles['bar']} id={id} value={Math.min(1, Math.max(0, value))} max={1} />
    </div>
  )
}
