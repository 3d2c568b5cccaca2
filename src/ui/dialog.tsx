import { X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'
import { useModal } from './use-modal.ts'

export interface DialogProps {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly closeLabel: string
  readonly children: ReactNode
  readonly actions?: ReactNode
}

export function Dialog({ open, title, onClose, closeLabel, children, actions }: DialogProps) {
  const titleId = useId()
  const modal = useModal(open, onClose)
  return (
    <dialog {...modal} className={styles['dialog']} aria-labelledby={titleId}>
      {open && (
        <div className={styles['sheet']}>
          <header className={styles['head']}>
            <h2 id={titleId}>{title}</h2>
            <IconButton label={closeLabel} icon={<X />} onClick={onClose} />
          </header>
          <div className={styles['body']}>{children}</div>
          {actions !== undefined && <footer className={styles['actions']}>{actions}</footer>}
        </div>
      )}
    </dialog>
  )
}
