/** A list of rows of one height that is looked at through a window. Lengths are in pixels. */
export interface ListView {
  readonly scrollTop: number
  readonly height: number
  readonly rowHeight: number
  readonly count: number
}

/** Rows that are drawn beyond each edge of the window, so that nothing is empty while it is scrolled. */
const beyond = 6

/** The rows to draw: the first, and the one behind the last. */
export function rowsInWindow({ scrollTop, height, rowHeight, count }: ListView): readonly [first: number, end: number] {
  const first = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight)) - beyond)
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + beyond)
  return [first, Math.max(first, end)]
}

/** Where to scroll to so that a row is in the window, moving no further than needed. */
export function scrollToRow({ scrollTop, height, rowHeight }: ListView, row: number): number {
  const [top, bottom] = [row * rowHeight, (row + 1) * rowHeight]
  if (top < scrollTop) return top
  return bottom > scrollTop + height ? Math.max(0, bottom - height) : scrollTop
}

/** The row to which a key leads from a row, or from none; null for a key that leads nowhere. */
export function rowByKey({ height, rowHeight, count }: ListView, key: string, row: number | null): number | null {
  const page = Math.max(1, Math.floor(height / rowHeight) - 1)
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }
  if (count === 0) return null
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = steps[key]
  if (step === undefined) return null
  return row === null ? 0 : Math.min(count - 1, Math.max(0, row + step))
}
