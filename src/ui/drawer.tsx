import { X } from 'lucide-react'
import { type MouseEvent, type ReactNode, useId } from 'react'
import styles from './drawer.module.css'
import { IconButton } from './icon-button.tsx'
import { useModal } from './use-modal.ts'

export interface DrawerProps {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly closeLabel: string
  readonly children: ReactNode
}

export function Drawer({ open, title, onClose, closeLabel, children }: DrawerProps) {
  const titleId = useId()
  const modal = useModal(open, onClose)
  const closeByPointer = (event: MouseEvent<HTMLDialogElement>): void => {
    const leadsBack = event.target instanceof Element && event.target.closest('[data-closes-margin]') !== null
    if (event.target === event.currentTarget || leadsBack) onClose()
  }
  return (
    // The keyboard's way out is Escape, which a modal dialog brings along; a click on the veil is only the pointer's.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- see above
    <dialog {...modal} className={styles['drawer']} aria-labelledby={titleId} onClick={closeByPointer}>
      {open && (
        <div className={styles['sheet']}>
          <header className={styles['head']}>
            <h2 id={titleId}>{title}</h2>
            <IconButton label={closeLabel} icon={<X />} onClick={onClose} />
          </header>
          <div className={styles['body']}>{children}</div>
        </div>
      )}
    </dialog>
  )
}
