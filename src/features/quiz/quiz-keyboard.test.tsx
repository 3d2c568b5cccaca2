// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beginOnScreen, button, grade, option, press, speak } from '#testing/builders/quiz-on-screen.tsx'
import { QuizScreen } from './quiz-screen.tsx'

beforeEach(() => speak('en'))
afterEach(cleanup)

describe('the keyboard', () => {
  it('chooses by letter, rates by digit, grades by Enter and goes on by N', async () => {
    await beginOnScreen()
    await grade('c', '3')
    expect(screen.getByRole('heading', { name: 'Right' })).toBeTruthy()
    await press('n')
    expect(screen.getByRole('heading', { name: 'Question 2 of 2' })).toBeTruthy()
  })

  it('strikes out with Shift and a letter, and takes that back', async () => {
    await beginOnScreen()
    await press('D', { shiftKey: true })
    expect(button('Take D back')).toBeTruthy()
    await press('D', { shiftKey: true })
    expect(button('Strike out D')).toBeTruthy()
  })

  it('knows the keys by their place when the Korean input method is on', async () => {
    await beginOnScreen()
    await press('ㅠ', { code: 'KeyB' })
    expect(option(/cholecystitis/).checked).toBe(true)
  })

  it('leaves every key alone while a syllable is in the making or text is written', async () => {
    await beginOnScreen()
    await press('b', { isComposing: true })
    const field = document.body.appendChild(document.createElement('textarea'))
    await press('b', {}, field)
    field.remove()
    await press('b', { ctrlKey: true })
    expect(option(/cholecystitis/).checked).toBe(false)
    expect(screen.getAllByRole('radio', { checked: true })).toEqual([option('Off')])
  })

  it('leaves Enter on a button to the button', async () => {
    await beginOnScreen()
    await press('b')
    await press('1')
    await press('Enter', {}, button('Strike out A'))
    expect(screen.queryByRole('heading', { name: 'Wrong' })).toBeNull()
  })
})

describe('reading order', () => {
  it('is the question, the options, how sure, and only then grading', async () => {
    await beginOnScreen()
    const marks = [
      screen.getByRole('heading', { level: 1 }),
      screen.getByText(/pain that moved/),
      screen.getByText(/most likely diagnosis/),
      option(/acute gastritis/),
      screen.getByRole('radio', { name: 'Guess' }),
      button('Grade'),
    ]
    expect(inOrder(marks)).toBe(true)
  })

  it('is after grading the verdict, the reasons, the lesson, and the model last', async () => {
    await beginOnScreen()
    await grade()
    const marks = [
      screen.getByText(/pain that moved/),
      screen.getByRole('heading', { name: 'Wrong' }),
      screen.getByText(/Why acute gastritis/),
      screen.getByText(/Migrating pain/),
      button('See the model reason'),
    ]
    expect(inOrder(marks)).toBe(true)
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Wrong' }))
  })

  it('says the grade politely', async () => {
    await beginOnScreen()
    await grade()
    const said = screen.getAllByRole('status').map((region) => region.textContent)
    expect(said).toContain('Wrong. You chose B, the key is C.')
  })
})

describe('the keys', () => {
  it('mean nothing when they are switched off', async () => {
    const { quiz, reference } = await beginOnScreen()
    cleanup()
    render(<QuizScreen quiz={quiz} reference={reference} shortcuts={false} renderFailure={() => null} />)
    fireEvent.keyDown(document.body, { key: 'b' })
    const place = quiz.state.getState().place
    expect(place.kind === 'session' && place.session.items[0]).toMatchObject({ work: { choice: null } })
  })
})

function inOrder(nodes: readonly Node[]): boolean {
  return nodes.every((node, index) => {
    const before = nodes[index - 1]
    return before === undefined || (before.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  })
}
