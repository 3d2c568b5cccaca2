// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { passSeconds, sessionOf } from '#testing/builders/quiz-over-fakes.ts'
import { aBankFile } from '#testing/builders/questions.ts'
import { aMockBank, questions, workOf } from '#testing/builders/quiz.ts'
import {
  beginOnScreen,
  beginTimedOnScreen,
  button,
  click,
  openQuizScreen,
  option,
  pick,
  press,
  speak,
  unfold,
} from '#testing/builders/quiz-on-screen.tsx'

beforeEach(() => speak('en'))
afterEach(cleanup)

const stem = () => screen.queryByText(/pain that moved/)

describe('a timed session', () => {
  it('shows no key, no verdict and no model before it is handed in', async () => {
    await beginTimedOnScreen()
    await press('b')
    await press('4')
    expect(screen.queryByRole('button', { name: 'Grade' })).toBeNull()
    await press('Enter')
    expect(screen.getByRole('heading', { name: 'Question 2 of 2' })).toBeTruthy()
    await press('p')
    expect(screen.queryByText(/Why cholecystitis/)).toBeNull()
    expect(screen.queryByText('See the model reason')).toBeNull()
    expect(option(/cholecystitis/).checked).toBe(true)
  })

  it('ends by itself when its time is up, and says so', async () => {
    const all = await beginTimedOnScreen()
    await press('c')
    act(() => passSeconds(all, 150))
    expect(screen.getByRole('heading', { name: 'Result' })).toBeTruthy()
    expect(screen.getByText('The time was up, so it was handed in.')).toBeTruthy()
    expect(screen.getByText('1 of 2 right')).toBeTruthy()
  })

  it('shows what was left out with its key and its reasons, and without a model', async () => {
    await beginTimedOnScreen()
    await click('Hand in')
    await click('Hand in now')
    fireEvent.click(screen.getByRole('radio', { name: 'All: 2' }))
    const details = screen.getByText(/^1\. No answer/).closest('details')
    if (details === null) throw new Error('Not listed')
    act(() => {
      details.open = true
      fireEvent(details, new Event('toggle'))
    })
    expect(screen.getByText('Key: C')).toBeTruthy()
    expect(screen.getByText(/Why acute appendicitis/)).toBeTruthy()
    expect(screen.queryByText('See the model reason')).toBeNull()
  })
})

describe('the hand-in', () => {
  it('lists what has no answer and what was flagged, and leads there', async () => {
    const { quiz } = await beginTimedOnScreen()
    await press('b')
    await press('f')
    await click('Hand in')
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByRole('heading', { name: '1 question without an answer' })).toBeTruthy()
    expect(dialog.getByRole('heading', { name: '1 flagged question' })).toBeTruthy()
    expect(dialog.getAllByRole('button', { name: /^No\./ }).map((one) => one.textContent)).toEqual(['No. 2', 'No. 1'])
    await click('No. 2')
    expect(sessionOf(quiz).current).toBe(1)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(quiz.state.getState().place.kind).toBe('session')
  })

  it('goes back to work when it is called off', async () => {
    const { quiz } = await beginTimedOnScreen()
    await click('Hand in')
    await click('Go on working')
    expect(quiz.state.getState().place.kind).toBe('session')
    expect(stem()).toBeTruthy()
  })
})

describe('a pause', () => {
  it('covers the question, stops the time and makes the keys mean nothing', async () => {
    const all = await beginTimedOnScreen()
    act(() => passSeconds(all, 5))
    await click('Pause')
    expect(screen.getByRole('heading', { name: 'Paused' })).toBe(document.activeElement)
    expect(stem()).toBeNull()
    expect(screen.queryByRole('radio')).toBeNull()
    await press('b')
    await press('f')
    act(() => passSeconds(all, 60))
    expect(workOf(sessionOf(all.quiz))).toMatchObject({ choice: null, isFlagged: false })
    expect(screen.getByText(/2:25 left/)).toBeTruthy()
    await click('Go on')
    expect(stem()).toBeTruthy()
    expect(screen.getByRole('timer').textContent).toBe('2:25 left')
  })
})

describe('the bar', () => {
  it('flags by key and by button, and takes changes back outside of text fields only', async () => {
    const { quiz } = await beginOnScreen()
    await press('f')
    expect(button(/^Flag/).getAttribute('aria-pressed')).toBe('true')
    await click(/^Flag/)
    expect(button(/^Flag/).getAttribute('aria-pressed')).toBe('false')
    await press('b')
    await press('z', { ctrlKey: true }, screen.getByLabelText('Note'))
    expect(workOf(sessionOf(quiz)).choice).toBe('B')
    await press('z', { ctrlKey: true })
    expect(workOf(sessionOf(quiz)).choice).toBeNull()
  })

  it('makes the text of the question larger in steps', async () => {
    await beginOnScreen()
    const sheet = () => screen.getByRole('article').parentElement?.className
    const before = sheet()
    await click('Larger text')
    await click('Larger text')
    expect(sheet()).not.toBe(before)
    expect(button('Larger text').getAttribute('aria-disabled')).toBe('true')
    await click('Smaller text')
    await click('Smaller text')
    expect(sheet()).toBe(before)
  })
})

describe('the note pad', () => {
  it('keeps a note with its question', async () => {
    const { quiz } = await beginOnScreen()
    fireEvent.change(screen.getByLabelText('Note'), { target: { value: '이동통 → 충수염?' } })
    expect(workOf(sessionOf(quiz)).note).toBe('이동통 → 충수염?')
    await press('n')
    expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('')
    await press('p')
    expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('이동통 → 충수염?')
  })
})

describe('a mock', () => {
  it('waits behind a cover between its sessions, and reading goes on there', async () => {
    await openQuizScreen(aBankFile(aMockBank().questions))
    await unfold('Mock examination')
    await click('Start the mock')
    await click('Start Session 1')
    await press('c')
    expect(screen.queryByText(/How sure/)).toBeNull()
    await click('Hand in')
    await click('Hand in now')
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Session 2' }))
    expect(stem()).toBeNull()
    expect(screen.getByText('There is no way back into a session that was handed in.')).toBeTruthy()
  })

  it('can be ended between two sessions', async () => {
    const { quiz } = await openQuizScreen(aBankFile(aMockBank().questions))
    await unfold('Mock examination')
    await click('Start the mock')
    await click('Start Session 1')
    await click('Hand in')
    await click('Hand in now')
    await click('End the examination here')
    await click('End and see the result')
    expect(quiz.state.getState().place.kind).toBe('result')
    expect(screen.getByRole('heading', { name: 'Not passed' })).toBeTruthy()
  })
})

describe('an open dialog', () => {
  it('does not ask about the next block when the time of this one is up meanwhile', async () => {
    const all = await openQuizScreen(aBankFile(aMockBank().questions))
    await unfold('Mock examination')
    await click('Start the mock')
    await click('Start Session 1')
    await click('Hand in')
    act(() => passSeconds(all, 600))
    expect(screen.getByRole('heading', { name: 'Session 2' })).toBeTruthy()
    await click('Start Session 2')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(stem()).toBeTruthy()
  })
})

describe('in Korean', () => {
  it('a timed session speaks as examination software does', async () => {
    await speak('ko')
    const all = await openQuizScreen(aBankFile(questions(2, { language: 'ko' })))
    await pick(/^시간 제한/)
    await click('풀기 시작')
    expect(screen.getByRole('timer').textContent).toBe('남은 시간 2:30')
    await press('b')
    await press('f')
    await click('답안 제출')
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByText('답하지 않은 문항 1개')).toBeTruthy()
    expect(dialog.getByRole('button', { name: '2번' })).toBeTruthy()
    await click('더 풀기')
    act(() => passSeconds(all, 1))
    await click('일시 정지')
    expect(screen.getByText('시간이 멈췄고 문항은 가려 두었어요.')).toBeTruthy()
    expect(button('계속 풀기')).toBeTruthy()
  })
})
