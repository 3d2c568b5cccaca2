import type { ReactNode } from 'react'
import styles from './ai-label.module.css'

/** Stands at every block that a model wrote. */
export function AiLabel({ children }: { readonly children: ReactNode }) {
  return <span className={styles['label']}>{children}</span>
}
