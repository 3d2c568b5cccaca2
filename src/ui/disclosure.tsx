import { ChevronRight } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './disclosure.module.css'

export interface DisclosureProps {
  readonly summary: ReactNode
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
  readonly children: ReactNode
}

export function Disclosure({ summary, open, onToggle, children }: DisclosureProps) {
  const ref = useRef<HTMLDetailsElement>(null)
  // The browser opens <details> by itself, also when a search in the page finds something inside; we follow or undo.
  useEffect(() => {
    if (ref.current !== null) ref.current.open = open
  })
  return (
    <details
      ref={ref}
      className={styles['disclosure']}
      open={open}
      onToggle={(event) => {
        if (event.target === event.currentTarget && event.currentTarget.open !== open) onToggle(!open)
      }}
    >
      <summary className={styles['summary']}>
        <ChevronRight className={styles['arrow']} aria-hidden />
        <span>{summary}</span>
      </summary>
      <div className={styles['body']}>{children}</div>
    </details>
  )
}
