import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Highlight } from './highlights.ts'
import { highlightedPieces, toggleHighlight } from './highlights.ts'

const text = 'Pain moved to the right.'
const toggled = (...stretches: readonly (readonly [number, number])[]) =>
  stretches.reduce<readonly Highlight[]>(
    (marks, [start, end]) => toggleHighlight(marks, { start, end }, text.length),
    [],
  )

describe('marking a text', () => {
  it('makes one mark of what overlaps or touches', () => {
    expect(toggled([0, 4], [2, 8])).toEqual([{ start: 0, end: 8 }])
    expect(toggled([4, 8], [0, 4])).toEqual([{ start: 0, end: 8 }])
    expect(toggled([9, 12], [0, 4])).toEqual([
      { start: 0, end: 4 },
      { start: 9, end: 12 },
    ])
  })

  it('unmarks what is marked as a whole, and only that', () => {
    expect(toggled([0, 10], [3, 5])).toEqual([
      { start: 0, end: 3 },
      { start: 5, end: 10 },
    ])
    expect(toggled([0, 10], [0, 10])).toEqual([])
    expect(toggled([0, 10], [0, 4])).toEqual([{ start: 4, end: 10 }])
  })

  it('keeps to the text', () => {
    expect(toggled([-3, 4])).toEqual([{ start: 0, end: 4 }])
    expect(toggled([20, 99])).toEqual([{ start: 20, end: 24 }])
    expect(toggled([7, 7], [9, 3], [24, 30])).toEqual([])
  })

  it('keeps marks in order and apart, marks every letter once, and loses none of the text', () => {
    const stretch = fc.tuple(fc.integer({ min: -2, max: 26 }), fc.integer({ min: -2, max: 26 }))
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 20 }), (stretches) => {
        const marks = toggled(...stretches)
        expect(
          marks.every(({ start, end }, index) => {
            const before = marks[index - 1]
            return start < end && start >= 0 && end <= text.length && (before === undefined || before.end < start)
          }),
        ).toBe(true)
        const pieces = highlightedPieces(text, marks)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        expect(pieces.filter(({ isMarked }) => isMarked)).toHaveLength(marks.length)
      }),
    )
  })
})
