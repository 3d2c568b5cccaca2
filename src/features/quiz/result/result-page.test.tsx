// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settled } from '#testing/fakes/quiz-needs.ts'
import { aBankFile } from '#testing/builders/questions.ts'
import { aMockBank } from '#testing/builders/quiz.ts'
import {
  beginOnScreen,
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

const rows = (caption: string): readonly (readonly string[])[] =>
  within(screen.getByRole('table', { name: new RegExp(`^${caption}`) }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent))

/** A mock of two sessions, two questions each, answered by these letters; a blank leaves one out. */
async function mockAnswered(answers: string) {
  const all = await openQuizScreen(aBankFile(aMockBank().questions))
  await unfold('Mock examination')
  await click('Start the mock')
  for (const session of [1, 2]) {
    await click(`Start Session ${session}`)
    for (const letter of answers.slice(2 * session - 2, 2 * session)) {
      if (letter !== ' ') await press(letter)
      await press('n')
    }
    // One above the question, and one where the next question would be.
    fireEvent.click(screen.getAllByRole('button', { name: 'Hand in' })[0] ?? document.body)
    await click('Hand in now')
  }
  await act(settled)
  return all
}

describe('the result of a session', () => {
  it('counts by subject and by kind, each share with its count and its interval', async () => {
    await beginOnScreen()
    await grade('c')
    await press('n')
    await grade('b')
    await click('See the result')
    expect(screen.getByText('1 of 2 right')).toBeTruthy()
    expect(rows('By subject')).toEqual([['Surgery', '1 of 2', '50 % (9 to 91 %)']])
    expect(rows('By kind of question')).toEqual([['Diagnosis', '1 of 2', '50 % (9 to 91 %)']])
  })

  it('holds confidence against correctness, and claims nothing of two answers', async () => {
    await beginOnScreen()
    await grade('c')
    await press('n')
    await grade('b')
    await click('See the result')
    expect(rows('How sure you were, and how right')).toEqual([['Certain', '1 of 2', '50 % (9 to 91 %)', '95 %']])
    expect(screen.getByText(/or are too few to tell/)).toBeTruthy()
    expect(screen.getByText('Certainty-based marks: -3 of 6')).toBeTruthy()
  })

  it('shows all, wrong, flagged, unanswered, and what was wrong with certainty', async () => {
    await beginOnScreen()
    await grade('b')
    await press('n')
    await press('f')
    await click('End here')
    await click('End and see the result')
    const listed = () => [...document.querySelectorAll('li summary')].map(({ textContent }) => textContent.slice(0, 8))
    const choices = screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)
    expect(choices).toEqual(['Certain, and wrong: 1', 'Wrong: 1', 'Without an answer: 1', 'Flagged: 1', 'All: 2'])
    expect(listed()).toEqual(['1. Wrong'])
    await pick('Flagged: 1')
    expect(listed()).toEqual(['2. No an'])
    await pick('All: 2')
    expect(listed()).toEqual(['1. Wrong', '2. No an'])
  })
})

describe('the result of a mock', () => {
  it('is passed with enough of all and enough of each subject', async () => {
    await mockAnswered('ccc ')
    expect(screen.getByRole('heading', { name: 'Passed' })).toBeTruthy()
    expect(rows('Subject by subject')).toEqual([
      ['Total', '3', '3 of 4', 'enough'],
      ['law', '1', '2 of 2', 'enough'],
      ['general', '1', '1 of 2', 'enough'],
    ])
  })

  it('is not passed with a subject that fell short, whatever the total', async () => {
    await mockAnswered('ccbb')
    expect(screen.getByRole('heading', { name: 'Not passed' })).toBeTruthy()
    expect(rows('Subject by subject')).toEqual([
      ['Total', '3', '2 of 4', 'not enough'],
      ['law', '1', '2 of 2', 'enough'],
      ['general', '1', '0 of 2', 'failed subject'],
    ])
    expect(screen.getByText(/your chance of passing would be about \d+ %/)).toBeTruthy()
  })

  it('has no model in it, and names items by their session', async () => {
    await mockAnswered('bccc')
    const summary = screen.getByText(/^Session 1, 1\. Wrong/)
    const details = summary.closest('details')
    if (details === null) throw new Error('Not listed')
    act(() => {
      details.open = true
      fireEvent(details, new Event('toggle'))
    })
    expect(screen.getByText(/Why cholecystitis/)).toBeTruthy()
    expect(screen.queryByText('See the model reason')).toBeNull()
  })
})
