import type { ReactNode } from 'react'
import { formatBytes } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import styles from './storage-screen.module.css'

export interface KeptThingProps {
  readonly name: string
  readonly detail?: string
  /** Null where it cannot be told. */
  readonly bytes: number | null
  readonly actions?: ReactNode
}

/** A line of what is kept: what it is, how large, and what can be done with it. */
export function KeptThing({ name, detail, bytes, actions }: KeptThingProps) {
  const { language } = useTranslate()
  return (
    <li className={styles['thing']}>
      <span className={styles['words']}>
        <span className={styles['name']}>{name}</span>
        {detail !== undefined && <span className={styles['quiet']}>{detail}</span>}
      </span>
      {bytes !== null && <span className={styles['size']}>{formatBytes(bytes, language)}</span>}
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </li>
  )
}
