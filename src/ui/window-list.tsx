import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import { classNames } from './class-names.ts'
import type { ListView } from './list-window.ts'
import { rowByKey, rowsInWindow, scrollToRow } from './list-window.ts'
import styles from './window-list.module.css'

export interface WindowListProps<T> {
  readonly label: string
  readonly describedBy?: string
  readonly items: readonly T[]
  readonly renderRow: (item: T) => ReactNode
  /** The chosen row, or null. */
  readonly chosen: number | null
  readonly onChoose: (row: number) => void
}

/** In rem, as in the style of a row. */
const rowHeight = 4.5
/** Until the list was measured. In pixels. */
const likelyHeight = 600

/** A list to choose from of which only the rows in sight are drawn, however many there are. Keys move the choice. */
export function WindowList<T>({ label, describedBy, items, renderRow, chosen, onChoose }: WindowListProps<T>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [rowPixels] = useState(() => rowHeight * rootFontSize())
  const [scrollTop, setScrollTop] = useState(0)
  const height = useHeight(list)
  const view: ListView = { scrollTop, height, rowHeight: rowPixels, count: items.length }
  const rows = drawnRows(view, chosen)
  const choose = (row: number): void => {
    const top = scrollToRow(view, row)
    if (list.current !== null) list.current.scrollTop = top
    setScrollTop(top)
    onChoose(row)
  }
  const chooseByKey = (event: KeyboardEvent): void => {
    const row = rowByKey(view, event.key, chosen)
    if (row === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    choose(row)
  }
  const chooseByPointer = (event: MouseEvent): void => {
    const row = event.target instanceof Element ? event.target.closest('[data-row]')?.getAttribute('data-row') : null
    if (row != null) choose(Number(row))
  }
  return (
    <div
      ref={list}
      className={styles['list']}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-describedby={describedBy}
      aria-activedescendant={chosen === null ? undefined : `${id}-${chosen}`}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onKeyDown={chooseByKey}
      onClick={chooseByPointer}
    >
      <div className={styles['all']} role="presentation" style={{ blockSize: items.length * rowPixels }}>
        {rows.map((row) => {
          const item = items[row]
          return (
            item !== undefined && (
              <div
                key={row}
                id={`${id}-${row}`}
                data-row={row}
                className={classNames(styles['row'], row === chosen && styles['chosen'])}
                role="option"
                aria-selected={row === chosen}
                aria-setsize={items.length}
                aria-posinset={row + 1}
                style={{ insetBlockStart: row * rowPixels }}
              >
                {renderRow(item)}
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

/** The rows of the window, and the chosen one wherever it is: a screen reader is told of it. */
function drawnRows(view: ListView, chosen: number | null): readonly number[] {
  const [first, end] = rowsInWindow(view)
  const rows = Array.from({ length: end - first }, (_, index) => first + index)
  return chosen === null || chosen >= view.count || (chosen >= first && chosen < end) ? rows : [...rows, chosen]
}

function useHeight(list: { readonly current: HTMLElement | null }): number {
  const [height, setHeight] = useState(likelyHeight)
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.height > 0) setHeight(entry.contentRect.height)
    })
    if (list.current !== null) observer.observe(list.current)
    return () => observer.disconnect()
  }, [list])
  return height
}

function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}
