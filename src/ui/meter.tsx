import { useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './meter.module.css'

export interface MeterProps {
  readonly label: string
  readonly value: number
  readonly max: number
  readonly detail?: string
  readonly tone?: 'normal' | 'doubt'
}

export function Meter({ label, value, max, detail, tone = 'normal' }: MeterProps) {
  const id = useId()
  return (
    <div className={styles['meter']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {detail !== undefined && <span className={classNames(styles['detail'], styles[tone])}>{detail}</span>}
      <meter className={classNames(styles['bar'], styles[tone])} id={id} min={0} max={max} value={Math.min(max, value)}>
        {detail}
      </meter>
    </div>
  )
}
