import { describe, expect, it } from 'vitest'
import { answersOn, usualRules } from '#testing/builders/memory.ts'
import { foldMemories } from './fold-memories.ts'
import { asLocalDay } from '#lib/local-day.ts'
import { forecast, trueRetention } from './retention.ts'

const wrong = { correct: false, choice: 'B', confidence: 'mostly' } as const
const other = (questionId: string) => ({ questionId })

describe('the forecast', () => {
  it('counts questions on the day on which they come due, overdue ones today', () => {
    // After `again` one day, after `good` three: days 1, 3 and 103.
    const memories = foldMemories(answersOn([0, wrong], [0, other('q2')], [100, other('q3')]), usualRules)
    expect(forecast(memories, asLocalDay(2), 3)).toEqual([1, 1, 0])
    expect(forecast(memories, asLocalDay(101), 4)).toEqual([2, 0, 1, 0])
  })

  it('counts every question that is due within it once', () => {
    const memories = foldMemories(answersOn([0], [0, other('q2')], [1, other('q3')], [2, wrong]), usualRules)
    const counts = forecast(memories, asLocalDay(2), 30)
    expect(counts).toHaveLength(30)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3)
  })
})

describe('true retention', () => {
  it('counts only answers to what was learnt on an earlier day', () => {
    const memories = foldMemories(answersOn([0], [0, wrong], [5], [9, wrong], [9]), usualRules)
    const { tally } = trueRetention(memories, asLocalDay(0))
    expect(tally).toEqual({ right: 1, answered: 2 })
  })

  it('counts a lucky guess as forgotten', () => {
    const memories = foldMemories(answersOn([0], [5, { confidence: 'guess' }]), usualRules)
    expect(trueRetention(memories, asLocalDay(0)).tally).toEqual({ right: 0, answered: 1 })
  })

  it('stands beside what the schedule had expected, with its interval', () => {
    const memories = foldMemories(answersOn([0], [3], [0, other('q2')], [40, { ...other('q2'), ...wrong }]), usualRules)
    const { expected, interval, tally } = trueRetention(memories, asLocalDay(0))
    const each = [...memories.values()].map(({ reviews }) => reviews[1]?.expected ?? 0)
    expect(each[0]).toBeGreaterThan(each[1] ?? 1)
    expect(expected).toBeCloseTo(((each[0] ?? 0) + (each[1] ?? 0)) / 2, 12)
    expect(tally).toEqual({ right: 1, answered: 2 })
    expect(interval?.low).toBeCloseTo(0.0945, 3)
    expect(interval?.high).toBeCloseTo(0.9055, 3)
  })

  it('looks back only as far as it is asked to, and says nothing from nothing', () => {
    const memories = foldMemories(answersOn([0], [5], [20, wrong]), usualRules)
    expect(trueRetention(memories, asLocalDay(6)).tally).toEqual({ right: 0, answered: 1 })
    expect(trueRetention(memories, asLocalDay(21))).toMatchObject({ expected: null, interval: null })
  })
})
