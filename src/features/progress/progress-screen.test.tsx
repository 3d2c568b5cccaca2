// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aDoneSession, answersOn, noonOf } from '#testing/builders/memory.ts'
import type { MemoryKept } from '#testing/builders/memory-over-fakes.ts'
import { showMemory } from '#testing/builders/memory-on-screen.tsx'
import { aQuestion } from '#testing/builders/questions.ts'
import { speak } from '#testing/builders/quiz-on-screen.tsx'
import { ProgressScreen } from './progress-screen.tsx'

beforeEach(() => speak('en'))
afterEach(cleanup)

const wrong = { correct: false, choice: 'B', confidence: 'certain' } as const

const show = (kept: MemoryKept) => showMemory(ProgressScreen, kept)
const region = (name: string) => within(screen.getByRole('region', { name }))

/** Every row of a section's table, cells joined by a bar. */
function rows(name: string): readonly string[] {
  const table = within(region(name).getByRole('table'))
  return table
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent).join(' | '))
}

const usual: MemoryKept = {
  events: answersOn(
    [8],
    [9, wrong],
    [9, { questionId: 'q2' }],
    [10, { questionId: 'q2', confidence: 'certain' }],
    [10, { questionId: 'gone' }],
  ),
  questions: [aQuestion({ id: 'q1', subject: 'cardiology' }), aQuestion({ id: 'q2', subject: 'Anatomy of my school' })],
  sessions: [aDoneSession('s2', noonOf(9), [true, true]), aDoneSession('s1', noonOf(8), [true, false])],
  now: noonOf(10),
}

describe('the progress screen', () => {
  it('says what will appear, and from what, while nothing was answered', async () => {
    await show({})
    expect(screen.getByRole('heading', { name: 'Nothing to count yet' })).toBeDefined()
    expect(screen.getByRole('link', { name: 'Answer questions' }).getAttribute('href')).toBe('#/quiz')
    expect(screen.queryByRole('region')).toBeNull()
  })

  it('counts days in a row, and the answers of each day', async () => {
    await show(usual)
    expect(region('Day by day').getByText('You have practised on 3 days in a row.')).toBeDefined()
    expect(region('Day by day').getByRole('img').getAttribute('aria-label')).toBe(
      'Bars for 28 days: 5 answers on 3 days, 4 of them right.',
    )
    expect(rows('Day by day').slice(-3)).toEqual(['9 Jan | 1 | 1', '10 Jan | 2 | 1', '11 Jan | 2 | 2'])
    expect(rows('Day by day')).toHaveLength(28)
  })

  it('has each subject with its counts and its interval', async () => {
    await show(usual)
    expect(rows('Subjects')).toEqual([
      'Anatomy of my school | 2 of 2 | 100 % (34 to 100 %)',
      'Cardiology | 1 of 2 | 50 % (9 to 91 %)',
    ])
  })

  it('has the trend over sessions, newest last', async () => {
    await show(usual)
    expect(rows('Session by session')).toEqual([
      expect.stringMatching(/^9 Jan 1970.*one by one \| 1 of 2 \| 50 % /),
      expect.stringMatching(/^10 Jan 1970.*one by one \| 2 of 2 \| 100 % /),
    ])
  })

  it('holds confidence against what its word stands for, and says only what is clear', async () => {
    const often = Array.from({ length: 12 }, () => [8, wrong] as const)
    await show({ ...usual, events: answersOn([8], ...often) })
    expect(rows('As sure as you should be?')).toEqual([
      expect.stringMatching(/^Fairly sure \| 1 of 1 \| 100 % \(21 to 100 %\) \| \d\d %$/),
      expect.stringMatching(/^Certain \| 0 of 12 \| 0 % \(0 to 24 %\) \| \d\d %$/),
    ])
    expect(region('As sure as you should be?').getByText(/“Certain” was right less often/)).toBeDefined()
    expect(region('As sure as you should be?').queryByText(/“Fairly sure”/)).toBeNull()
  })

  it('does not judge confidence from a few answers', async () => {
    await show({ ...usual, events: answersOn([8]) })
    expect(region('As sure as you should be?').getByText(/too few to tell/)).toBeDefined()
  })

  it('says how much of memory held, and what it will ask', async () => {
    await show(usual)
    expect(region('Memory').getByText('3 questions are in the schedule.')).toBeDefined()
    expect(
      region('Memory').getByText(/^1 of 2 reviews of the last 90 days .*50 % \(9 to 91\)\. Expected: 9\d %\.$/),
    ).toBeDefined()
    expect(rows('Memory')).toHaveLength(30)
  })

  it('says of each part what it still lacks', async () => {
    await show({ events: answersOn([2, { questionId: 'gone', confidence: null }]), now: noonOf(10) })
    expect(region('Day by day').getByText(/^No row of days/)).toBeDefined()
    expect(region('Subjects').getByText(/subjects are not known/)).toBeDefined()
    expect(region('Session by session').getByText(/^No session has been finished/)).toBeDefined()
    expect(region('As sure as you should be?').getByText(/^No answer with a confidence/)).toBeDefined()
    expect(region('Memory').getByText(/^No question has come back/)).toBeDefined()
  })

  it('speaks Korean', async () => {
    await speak('ko')
    await show(usual)
    expect(region('날짜별').getByText('3일째 이어서 풀고 있어요.')).toBeDefined()
    expect(rows('과목별')[1]).toBe('심장내과 | 1/2 | 50% (9–91%)')
  })
})
