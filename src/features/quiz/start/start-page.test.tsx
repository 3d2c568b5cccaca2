// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aBankFile, aQuestion } from '#testing/builders/questions.ts'
import { aMockBank, questions } from '#testing/builders/quiz.ts'
import { sessionOf } from '#testing/builders/quiz-over-fakes.ts'
import {
  beginTimedOnScreen,
  button,
  click,
  grade,
  openQuizScreen,
  pick,
  press,
  speak,
  unfold,
} from '#testing/builders/quiz-on-screen.tsx'

beforeEach(() => speak('en'))
afterEach(cleanup)

const write = (label: string, text: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } })
  fireEvent.blur(screen.getByLabelText(label))
}

describe('the number of questions', () => {
  it.each([
    ['20', 20],
    ['All', 25],
  ])('%s', async (name, count) => {
    const { quiz } = await openQuizScreen(aBankFile(questions(25)))
    await pick(name)
    await click('Start')
    expect(sessionOf(quiz).items).toHaveLength(count)
  })

  it('can be said, up to all there are', async () => {
    const { quiz } = await openQuizScreen(aBankFile(questions(25)))
    await pick('My own')
    write('Number of questions', '99')
    expect(screen.getByLabelText<HTMLInputElement>('Number of questions').value).toBe('25')
    write('Number of questions', '7')
    await click('Start')
    expect(sessionOf(quiz).items).toHaveLength(7)
  })
})

describe('the mode', () => {
  it('is tutor, without a limit, unless something else is chosen', async () => {
    const { quiz } = await openQuizScreen()
    await click('Start')
    expect(sessionOf(quiz)).toMatchObject({ mode: 'tutor', blocks: [{ allowed: null }] })
  })

  it('timed gives 75 seconds a question', async () => {
    const { quiz } = await openQuizScreen()
    await pick(/^Timed/)
    expect(screen.getByText('2 min 30 s in all.')).toBeTruthy()
    await click('Start')
    expect(sessionOf(quiz)).toMatchObject({ mode: 'timed', blocks: [{ allowed: 150_000 }] })
  })

  it('timed gives as much as is said, or has no limit', async () => {
    const { quiz } = await openQuizScreen()
    await pick(/^Timed/)
    await pick('No limit')
    expect(screen.queryByText(/in all\./)).toBeNull()
    fireEvent.click(screen.getAllByRole('radio', { name: 'My own' })[0] ?? document.body)
    write('Time for a question', '90')
    await click('Start')
    expect(sessionOf(quiz)).toMatchObject({ blocks: [{ allowed: 180_000 }] })
  })
})

describe('more choices', () => {
  const bank = aBankFile([
    ...[aQuestion({ id: 'a', tags: ['heart'] }), aQuestion({ id: 'b', subject: 'cardiology' })],
    ...[aQuestion({ id: 'c', subject: 'cardiology', tags: ['heart'] }), aQuestion({ id: 'd', tags: ['lung'] })],
  ])

  it('narrow down by subject and tag, and say how many match', async () => {
    await openQuizScreen(bank)
    expect(screen.queryByRole('checkbox', { name: 'Cardiology' })).toBeNull()
    await unfold('More choices')
    await pick('Cardiology', 'checkbox')
    expect(screen.getByText(/^2 questions fit/)).toBeTruthy()
    await pick('heart', 'checkbox')
    expect(screen.getByText(/^1 question fits/)).toBeTruthy()
    expect(screen.getByText('More choices (2 made)')).toBeTruthy()
    await pick('lung', 'checkbox')
    await pick('heart', 'checkbox')
    expect(screen.getByText(/^No question fits/)).toBeTruthy()
    expect(button('Start').hasAttribute('disabled')).toBe(true)
  })

  it('take the bank as it is when that is wished', async () => {
    const { quiz } = await openQuizScreen(bank)
    await unfold('More choices')
    await pick('As in the bank')
    await click('Start')
    expect(sessionOf(quiz).items.map(({ question }) => question.id)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('find what was wrong last time', async () => {
    const { quiz } = await openQuizScreen(bank)
    await click('Start')
    await grade('b')
    const { id } = sessionOf(quiz).items[0]?.question ?? { id: '' }
    await click('Leave for now')
    await click('Give up')
    await unfold('More choices')
    await pick('Wrong last time', 'checkbox')
    expect(screen.getByText(/^1 question fits/)).toBeTruthy()
    await click('Start')
    expect(sessionOf(quiz).items.map(({ question }) => question.id)).toEqual([id])
  })
})

describe('what is due', () => {
  it('can be asked for by itself', async () => {
    const { quiz } = await openQuizScreen(aBankFile(questions(3)), { findDue: () => Promise.resolve(new Set(['q2'])) })
    await unfold('More choices')
    await pick('Due for review', 'checkbox')
    expect(screen.getByText(/^1 question fits/)).toBeTruthy()
    await click('Start')
    expect(sessionOf(quiz).items.map(({ question }) => question.id)).toEqual(['q2'])
  })
})

describe('a mock', () => {
  it('says where its make-up comes from, and begins behind a cover', async () => {
    const { quiz } = await openQuizScreen(aBankFile(aMockBank().questions))
    await unfold('Mock examination')
    expect(screen.getByText('4 questions in all')).toBeTruthy()
    expect(screen.getByText('Layouts change.')).toBeTruthy()
    expect(screen.getByText('Source: Made up.')).toBeTruthy()
    expect(screen.getByText('Nothing is known.')).toBeTruthy()
    expect(screen.getByText('To pass: 60 % of all, and 40 % in every subject.')).toBeTruthy()
    await pick('1.5×')
    await click('Start the mock')
    expect(sessionOf(quiz)).toMatchObject({ mode: 'mock', blocks: [{ allowed: 900_000 }, { allowed: 900_000 }] })
    expect(screen.getByRole('heading', { name: 'Session 1' })).toBeTruthy()
    expect(screen.getByText('2 questions · 15 mins')).toBeTruthy()
    expect(screen.queryByText(/pain that moved/)).toBeNull()
    await click('Start Session 1')
    expect(screen.getByRole('heading', { name: 'Session 1: question 1 of 2' })).toBeTruthy()
    expect(screen.queryByRole('radio', { name: 'Guess' })).toBeNull()
  })

  it('has no limit where that is wished', async () => {
    const { quiz } = await openQuizScreen(aBankFile(aMockBank().questions))
    await unfold('Mock examination')
    await pick('No limit')
    await click('Start the mock')
    expect(sessionOf(quiz).blocks.map(({ allowed }) => allowed)).toEqual([null, null])
  })

  it('names the sections that the bank cannot fill', async () => {
    await openQuizScreen()
    await unfold('Mock examination')
    await click('Start the mock')
    expect(screen.getByText('Session 2, general: 2 questions are needed, 0 are there.')).toBeTruthy()
  })
})

describe('a session that was left', () => {
  it('is given up at once where nothing is lost by it', async () => {
    await openQuizScreen()
    await click('Start')
    await press('b')
    await click('Leave for now')
    expect(screen.getByText('1 of 2 questions answered.')).toBeTruthy()
    await click('Give up')
    expect(screen.queryByText('You stopped in the middle')).toBeNull()
  })

  it('is given up only after asking where answers would be lost', async () => {
    const { quiz, reviews } = await beginTimedOnScreen()
    await press('b')
    await click('Leave for now')
    await click('Give up')
    expect(quiz.state.getState().place).toMatchObject({ kind: 'start', resumable: { endedAt: null } })
    await click('Drop the answers')
    expect(quiz.state.getState().place).toEqual({ kind: 'start', resumable: null })
    expect(reviews.events).toHaveLength(0)
  })
})

describe('the terms of a bank', () => {
  it('are said in words', async () => {
    await openQuizScreen(aBankFile(questions(2)))
    expect(screen.getByText('By Munjin · Licence: CC0-1.0 · 2026-05-01')).toBeTruthy()
  })

  it('are said to be unknown where nobody named them', async () => {
    await openQuizScreen({ ...aBankFile(questions(2)), author: '—', licence: 'LicenseRef-unknown' })
    expect(screen.getByText('Licence unknown · 2026-05-01')).toBeTruthy()
  })
})
