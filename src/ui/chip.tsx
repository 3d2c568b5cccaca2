import type { ReactNode } from 'react'
import styles from './chip.module.css'
import { classNames } from './class-names.ts'

export interface ChipProps {
  readonly tone?: 'quiet' | 'accent' | 'doubt' | 'wrong' | 'right'
  readonly icon?: ReactNode
  readonly children: ReactNode
}

export function Chip({ tone = 'quiet', icon, children }: ChipProps) {
  return (
    <span className={classNames(styles['chip'], styles[tone])}>
      {icon}
      <span>{children}</span>
    </span>
  )
}
