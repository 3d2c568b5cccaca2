import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { aDoneSession, answersOn, berlin, greenwich, seoul } from '#testing/builders/memory.ts'
import type { Zone } from '#lib/local-day.ts'
import { asLocalDay, localDay } from '#lib/local-day.ts'
import { answersByDay, answersBySubject, sessionTrend, streak } from './practice.ts'

function streakOf(times: readonly string[], now: string, zone: Zone): number {
  const day = (text: string) => localDay(instant(Date.parse(text)), zone)
  return streak(times.map(day), day(now))
}

describe('a streak', () => {
  it('goes on across midnight in the student’s own time zone', () => {
    const times = ['2026-03-01T22:50:00Z', '2026-03-01T23:10:00Z']
    expect(streakOf(times, '2026-03-02T11:00:00Z', berlin)).toBe(2)
    expect(streakOf(times, '2026-03-01T23:59:00Z', greenwich)).toBe(1)
  })

  it('in Seoul is not broken at nine in the morning, where the day of Greenwich begins', () => {
    const times = ['2026-03-01T23:00:00Z', '2026-03-03T01:00:00Z', '2026-03-04T10:00:00Z']
    // In Seoul: 2 March 08:00, 3 March 10:00, 4 March 19:00.
    expect(streakOf(times, '2026-03-04T12:00:00Z', seoul)).toBe(3)
    expect(streakOf(times, '2026-03-04T12:00:00Z', greenwich)).toBe(2)
  })

  it('goes on over the days on which clocks change', () => {
    const times = ['2026-03-28T22:30:00Z', '2026-03-29T21:30:00Z', '2026-03-30T21:30:00Z']
    expect(streakOf(times, '2026-03-30T21:45:00Z', berlin)).toBe(3)
    const autumn = ['2026-10-24T21:30:00Z', '2026-10-25T22:30:00Z', '2026-10-26T22:30:00Z']
    expect(streakOf(autumn, '2026-10-26T22:45:00Z', berlin)).toBe(3)
  })

  it('still stands in the morning, before the first answer of the day', () => {
    expect(streak([8, 9].map(asLocalDay), asLocalDay(10))).toBe(2)
    expect(streak([8, 9].map(asLocalDay), asLocalDay(11))).toBe(0)
    expect(streak([], asLocalDay(11))).toBe(0)
  })

  it('is the number of days up to the first gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.array(fc.integer({ min: 1, max: 100 })), (length, before) => {
        const run = Array.from({ length }, (_, index) => 1000 - index)
        const older = before.map((gap) => 1000 - length - gap)
        expect(streak([...older, ...run].map(asLocalDay), asLocalDay(1000))).toBe(length)
      }),
    )
  })
})

describe('answers by day', () => {
  it('has every day up to today, also those without an answer', () => {
    const days = answersByDay(answersOn([5], [7, { correct: false }], [7]), greenwich, asLocalDay(8), 4)
    expect(days.map(({ day, tally }) => [day, tally.right, tally.answered])).toEqual([
      [5, 1, 1],
      [6, 0, 0],
      [7, 1, 2],
      [8, 0, 0],
    ])
  })
})

describe('answers by subject', () => {
  it('has the most answered first, and leaves out what is not here any more', () => {
    const answers = answersOn(
      [0],
      [0, { questionId: 'q2' }],
      [0, { questionId: 'q2', correct: false }],
      [0, { questionId: 'gone' }],
    )
    const subjects = new Map([
      ['bank/q1', 'surgery'],
      ['bank/q2', 'law'],
    ])
    const found = answersBySubject(answers, (key) => subjects.get(key))
    expect(found.map(({ subject, tally }) => [subject, tally.right, tally.answered])).toEqual([
      ['law', 1, 2],
      ['surgery', 1, 1],
    ])
    expect(found[0]?.interval).not.toBeNull()
  })
})

describe('the trend over sessions', () => {
  it('runs from the oldest to the newest, without sessions in which nothing was answered', () => {
    const sessions = [
      aDoneSession('new', instant(30), [true, true]),
      aDoneSession('empty', instant(20), []),
      aDoneSession('old', instant(10), [true, false]),
    ]
    const trend = sessionTrend(sessions, 10)
    expect(trend.map(({ session, tally }) => [session.id, tally.right, tally.answered])).toEqual([
      ['old', 1, 2],
      ['new', 2, 2],
    ])
    expect(sessionTrend(sessions, 1).map(({ session }) => session.id)).toEqual(['new'])
  })
})
