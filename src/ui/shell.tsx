import type { ReactNode } from 'react'
import styles from './shell.module.css'

export interface ShellItem {
  readonly href: string
  readonly label: string
  readonly icon: ReactNode
  readonly current: boolean
}

export interface ShellProps {
  readonly items: readonly ShellItem[]
  readonly navLabel: string
  readonly brand: ReactNode
  readonly chip: ReactNode
  readonly skipLabel: string
  readonly children: ReactNode
}

/** The frame around every page. `<main id="main">` can be focused, so that a change of page can move the focus there. */
export function Shell({ items, navLabel, brand, chip, skipLabel, children }: ShellProps) {
  return (
    <div className={styles['shell']}>
      {/* A button and not a link: the address behind `#` belongs to the router. */}
      <button type="button" className={styles['skip']} onClick={() => document.getElementById('main')?.focus()}>
        {skipLabel}
      </button>
      <header className={styles['head']}>
        <div className={styles['brand']}>{brand}</div>
        <nav className={styles['nav']} aria-label={navLabel}>
          <ul className={styles['items']}>
            {items.map((item) => (
              <li key={item.href}>
                <a className={styles['item']} href={item.href} aria-current={item.current ? 'page' : undefined}>
                  <span className={styles['icon']} aria-hidden>
                    {item.icon}
                  </span>
                  <span>{item.label}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles['chip']}>{chip}</div>
      </header>
      <main id="main" className={styles['main']} tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
