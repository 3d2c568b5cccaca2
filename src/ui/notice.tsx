import { CircleCheck, Info, type LucideIcon, OctagonX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './notice.module.css'

export type NoticeTone = 'info' | 'doubt' | 'wrong' | 'right'

export interface NoticeProps {
  readonly tone: NoticeTone
  readonly title?: string
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** Announced when it appears: at once when something is wrong, politely otherwise. */
  readonly live?: boolean
}

// One outline a tone, so that the meaning survives without its colour.
const icons = { info: Info, doubt: TriangleAlert, wrong: OctagonX, right: CircleCheck } satisfies Record<
  NoticeTone,
  LucideIcon
>

export function Notice({ tone, title, children, actions, live = false }: NoticeProps) {
  const Icon = icons[tone]
  const role = tone === 'wrong' ? 'alert' : 'status'
  return (
    <div className={classNames(styles['notice'], styles[tone])} role={live ? role : undefined}>
      <Icon className={styles['icon']} aria-hidden />
      <div className={styles['words']}>
        {title !== undefined && <p className={styles['title']}>{title}</p>}
        <div>{children}</div>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </div>
    </div>
  )
}
