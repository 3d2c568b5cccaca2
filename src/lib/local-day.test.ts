import { describe, expect, it } from 'vitest'
import { instant } from './time.ts'
import { berlin, greenwich, seoul } from '#testing/builders/memory.ts'
import { localDay } from './local-day.ts'

const at = (text: string) => instant(Date.parse(text))

describe('a day of the student', () => {
  it('begins at midnight where the student is', () => {
    const days = ['2026-03-01T14:59:59Z', '2026-03-01T15:00:00Z'].map((text) => localDay(at(text), seoul))
    expect(days.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))).toEqual([
      '2026-03-01',
      '2026-03-02',
    ])
  })

  it('is 23 or 25 hours long when the clocks change', () => {
    const isOneDay = (from: string, to: string) => localDay(at(from), berlin) === localDay(at(to), berlin)
    // 29 March runs from 23:00 UTC to 22:00 UTC, 25 October from 22:00 UTC to 23:00 UTC.
    expect(isOneDay('2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z')).toBe(true)
    expect(isOneDay('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z')).toBe(false)
    expect(isOneDay('2026-10-24T22:00:00Z', '2026-10-25T22:59:59Z')).toBe(true)
    expect(isOneDay('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z')).toBe(false)
  })

  it('is counted from 1 January 1970, also before it', () => {
    expect([0, -1].map((ms) => localDay(instant(ms), greenwich))).toEqual([0, -1])
  })
})
