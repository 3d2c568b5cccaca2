// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aBankFile, aQuestion } from '#testing/builders/questions.ts'
import {
  beginOnScreen,
  button,
  click,
  grade,
  openQuizScreen,
  option,
  press,
  speak,
} from '#testing/builders/quiz-on-screen.tsx'

beforeEach(() => speak('en'))
afterEach(cleanup)

describe('the start', () => {
  it('offers the kinds and languages that the bank has, and counts what fits', async () => {
    await openQuizScreen(aBankFile([aQuestion(), aQuestion({ id: 'q2', kind: 'test' })]))
    expect(screen.getAllByRole('checkbox')).toHaveLength(2)
    expect(screen.getByText(/^2 questions fit/)).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: 'Diagnosis' }))
    expect(screen.getByText(/^1 question fits/)).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: 'Investigation' }))
    expect(button('Start').hasAttribute('disabled')).toBe(true)
  })

  it('lists what is wrong with a bank by question and place', async () => {
    await openQuizScreen(aBankFile([{ ...aQuestion(), source: undefined }]))
    expect(screen.getByText(/q1: does not say where it comes from/)).toBeTruthy()
  })

  it('offers to go on with what was left in the middle', async () => {
    await beginOnScreen()
    await press('a')
    await click('Leave for now')
    await click('Go on')
    expect(option(/acute gastritis/).checked).toBe(true)
  })
})

describe('the gate', () => {
  it('has no way to the model, the key or a rationale before grading', async () => {
    await beginOnScreen()
    await press('b')
    await press('4')
    expect(screen.queryByRole('button', { name: 'See the model reason' })).toBeNull()
    expect(screen.queryByText(/Why cholecystitis/)).toBeNull()
    await press('Enter')
    expect(button('See the model reason')).toBeTruthy()
    expect(screen.getByText(/Why cholecystitis/)).toBeTruthy()
  })

  it('grades nothing before an option and a confidence are chosen, and says what is missing', async () => {
    const { reviews } = await beginOnScreen()
    await click('Grade')
    expect(screen.getByText('Choose an option first.')).toBeTruthy()
    await press('c')
    await click('Grade')
    expect(screen.getByText('Say how sure you are.')).toBeTruthy()
    expect(reviews.events).toHaveLength(0)
  })
})

describe('the model', () => {
  it('shows a student without a ready model the way to one', async () => {
    const { answering } = await beginOnScreen()
    answering.ready = null
    await grade()
    await click('See the model reason')
    expect(screen.getByText('failure: notLoaded')).toBeTruthy()
  })

  it('shows its reasoning open while it writes and folded when it has ended', async () => {
    const { answering, clock } = await beginOnScreen()
    await grade()
    await click('See the model reason')
    await act(async () => {
      await answering.newest().begin()
      await answering.newest().say('<think>clues')
      clock.draw()
    })
    expect(screen.getByText('clues')).toBeTruthy()
    await act(async () => {
      await answering.newest().say('</think>It is \\boxed{C}')
      await answering.newest().end()
    })
    expect(screen.queryByText('clues')).toBeNull()
    expect(screen.getByText('A right answer does not mean right reasoning.')).toBeTruthy()
    expect(screen.getByText('AI-generated')).toBeTruthy()
    expect(screen.getByText(/The model agrees with the key/)).toBeTruthy()
    expect(screen.getByText('The model has ended. Its choice: C.')).toBeTruthy()
  })

  it('stays unfolded when the reader had a hand in it', async () => {
    const { answering, clock } = await beginOnScreen()
    await grade()
    await click('See the model reason')
    await act(async () => {
      await answering.newest().begin()
      await answering.newest().say('<think>clues')
      clock.draw()
    })
    const area = screen.getByRole('group', { name: 'Reasoning' })
    Object.defineProperties(area, { scrollHeight: { value: 900 }, clientHeight: { value: 100 } })
    area.scrollTop = 10
    fireEvent.scroll(area)
    await act(() => answering.newest().end())
    expect(screen.getByText('clues')).toBeTruthy()
  })

  it('can be stopped, and says where it was', async () => {
    const { answering } = await beginOnScreen()
    await grade()
    await click('See the model reason')
    await act(() => answering.newest().begin())
    await click('Stop')
    expect(screen.getByText('You stopped it here.')).toBeTruthy()
    expect(screen.getByText('It came to no answer.')).toBeTruthy()
  })

  it('has its failure shown by whoever knows the words', async () => {
    const { answering } = await beginOnScreen()
    await grade()
    await click('See the model reason')
    await act(() => answering.newest().end({ kind: 'failed', failure: { kind: 'deviceLost' } }))
    expect(screen.getByText('failure: deviceLost')).toBeTruthy()
    expect(button('See the model reason')).toBeTruthy()
  })
})

describe('the result', () => {
  it('reminds of what is not graded, and puts what was wrong and certain first', async () => {
    await beginOnScreen()
    await grade()
    await click('End here')
    expect(screen.getByText(/1 question is not graded/)).toBeTruthy()
    await click('End and see the result')
    expect(screen.getByText('0 of 1 right')).toBeTruthy()
    expect(screen.getByText('95 % interval: 0 to 79 %')).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Certain, and wrong: 1' }).checked).toBe(true)
    expect(screen.getByText(/^1\. Wrong, Certain/)).toBeTruthy()
  })
})

describe('storage that fails', () => {
  it('is said, with a way to try again', async () => {
    const { sessions } = await beginOnScreen()
    sessions.failure = { kind: 'full' }
    await press('a')
    expect(screen.getByRole('alert').textContent).toContain('There is no room left')
    sessions.failure = null
    await click('Keep again')
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('Korean', () => {
  it('speaks the words of Korean exam software', async () => {
    await speak('ko')
    await openQuizScreen(aBankFile([aQuestion({ language: 'ko', leadIn: '가장 맞지 않는 소견은?' })]))
    await click('풀기 시작')
    expect(screen.getByRole('heading', { name: '문항 1 / 1' })).toBeTruthy()
    expect(['찍음', '애매', '대체로', '확실'].map((name) => screen.getByRole('radio', { name }))).toHaveLength(4)
    expect(screen.getByText('가장 맞지 않는').tagName).toBe('STRONG')
  })
})
