import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowByKey, rowsInWindow, scrollToRow } from './list-window.ts'

const view = { scrollTop: 0, height: 300, rowHeight: 50, count: 100 }

describe('the window of a list', () => {
  it('draws what is seen and a little more', () => {
    expect(rowsInWindow(view)).toEqual([0, 12])
    expect(rowsInWindow({ ...view, scrollTop: 2_000 })).toEqual([34, 52])
    expect(rowsInWindow({ ...view, count: 3 })).toEqual([0, 3])
    expect(rowsInWindow({ ...view, count: 0 })).toEqual([0, 0])
  })

  it('has every row in it that it was scrolled to, and draws few', () => {
    const views = fc.record({
      scrollTop: fc.nat(100_000),
      height: fc.integer({ min: 50, max: 2_000 }),
      rowHeight: fc.integer({ min: 20, max: 120 }),
      count: fc.integer({ min: 1, max: 2_000 }),
    })
    fc.assert(
      fc.property(views, fc.nat(), (before, any) => {
        const row = any % before.count
        const after = { ...before, scrollTop: scrollToRow(before, row) }
        const [first, end] = rowsInWindow(after)
        expect(first <= row && row < end).toBe(true)
        expect(end - first).toBeLessThanOrEqual(before.height / before.rowHeight + 14)
      }),
    )
  })

  it.each([
    ['ArrowDown', null, 0],
    ['ArrowDown', 4, 5],
    ['ArrowUp', 0, 0],
    ['PageDown', 4, 9],
    ['PageDown', 98, 99],
    ['Home', 50, 0],
    ['End', 50, 99],
    ['a', 50, null],
  ] as const)('is led by %s from %s to %s', (key, row, expected) => {
    expect(rowByKey(view, key, row)).toBe(expected)
  })

  it('leads nowhere where there is nothing', () => {
    expect(rowByKey({ ...view, count: 0 }, 'Home', null)).toBeNull()
  })
})
