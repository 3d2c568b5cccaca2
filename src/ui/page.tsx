import { PanelRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { Drawer } from './drawer.tsx'
import styles from './page.module.css'
import { useMediaQuery } from './use-media-query.ts'

export interface PageProps {
  readonly title: string
  readonly lead?: string
  readonly actions?: ReactNode
  /**
   * Notes, references, hints: beside the content, or in a drawer where the window is narrow. An element in it that bears
   * `data-closes-margin` leads back to the content and closes the drawer.
   */
  readonly margin?: ReactNode
  readonly marginLabel?: string
  readonly marginOpenLabel?: string
  readonly closeLabel?: string
  readonly children: ReactNode
  readonly wide?: boolean
}

export function Page(props: PageProps) {
  const {
    title,
    lead,
    actions,
    margin,
    marginLabel = '',
    marginOpenLabel,
    closeLabel = '',
    children,
    wide = false,
  } = props
  const inDrawer = useMediaQuery('(width < 1024px)') && margin !== undefined && marginOpenLabel !== undefined
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={classNames(styles['page'], wide && styles['wide'], margin !== undefined && styles['margined'])}>
      <header className={styles['head']}>
        <div className={styles['words']}>
          <h1>{title}</h1>
          {lead !== undefined && <p className={styles['lead']}>{lead}</p>}
        </div>
        {(actions !== undefined || inDrawer) && (
          <div className={styles['actions']}>
            {actions}
            {inDrawer && (
              <Button icon={<PanelRight />} size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
                {marginOpenLabel}
              </Button>
            )}
          </div>
        )}
      </header>
      <div className={styles['content']}>{children}</div>
      {inDrawer ? (
        <Drawer open={isOpen} title={marginLabel} closeLabel={closeLabel} onClose={() => setOpen(false)}>
          {margin}
        </Drawer>
      ) : (
        margin !== undefined && (
          <aside className={styles['margin']} aria-label={marginLabel}>
            {margin}
          </aside>
        )
      )}
    </div>
  )
}
