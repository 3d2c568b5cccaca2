// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aBankFile, aQuestion } from '#testing/builders/questions.ts'
import { noChance, questions } from '#testing/builders/quiz.ts'
import type { ReviewEvent } from '#domain/quiz/review-event.ts'
import type { QuizSession } from '#domain/quiz/session.ts'
import { startTranslator } from '#i18n/translator.ts'
import { memoryLog, memoryShelf, settled } from '#testing/fakes/quiz-needs.ts'
import { openQuiz } from '#stores/quiz.ts'
import { handFedAnswering } from '#testing/fakes/hand-fed-answering.ts'
import { manualClock } from '#testing/builders/manual-clock.ts'
import { QuizScreen } from './quiz-screen.tsx'

beforeEach(() => startTranslator('en'))
afterEach(cleanup)

async function open(bank: unknown = aBankFile(questions(2))) {
  const answering = handFedAnswering()
  const sessions = memoryShelf<QuizSession>()
  const reviews = memoryLog<ReviewEvent>()
  const clock = manualClock()
  let count = 0
  const quiz = openQuiz({
    ...{ answering, sessions, reviews, clock, chance: noChance },
    ids: () => `id${(count += 1)}`,
    loadBank: () => Promise.resolve(bank),
  })
  render(<QuizScreen quiz={quiz} renderFailure={(failure) => <p>{`failure: ${failure.kind}`}</p>} />)
  await act(settled)
  return { quiz, answering, sessions, reviews, clock }
}

async function begin(bank?: unknown) {
  const all = await open(bank)
  await click('Start')
  return all
}

const button = (name: string | RegExp) => screen.getByRole('button', { name })
const option = (text: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name: text })

async function click(name: string | RegExp): Promise<void> {
  await act(async () => {
    fireEvent.click(button(name))
    await settled()
  })
}

async function press(key: string, init: KeyboardEventInit = {}, on: Element = document.body): Promise<void> {
  await act(async () => {
    fireEvent.keyDown(on, { key, ...init })
    await settled()
  })
}

/** Grades the first item by keyboard. */
async function grade(letter = 'b', confidence = '4'): Promise<void> {
  await press(letter)
  await press(confidence)
  await press('Enter')
}

describe('the start', () => {
  it('offers the kinds and languages that the bank has, and counts what fits', async () => {
    await open(aBankFile([aQuestion(), aQuestion({ id: 'q2', kind: 'test' })]))
    expect(screen.getAllByRole('checkbox')).toHaveLength(2)
    expect(screen.getByText(/^2 questions fit/)).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: 'Diagnosis' }))
    expect(screen.getByText(/^1 question fits/)).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: 'Investigation' }))
    expect(button('Start').hasAttribute('disabled')).toBe(true)
  })

  it('lists what is wrong with a bank by question and place', async () => {
    await open(aBankFile([{ ...aQuestion(), source: undefined }]))
    expect(screen.getByText(/q1: does not say where it comes from/)).toBeTruthy()
  })

  it('offers to go on with what was left in the middle', async () => {
    await begin()
    await press('a')
    await click('Leave for now')
    await click('Go on')
    expect(option(/acute gastritis/).checked).toBe(true)
  })
})

describe('the gate', () => {
  it('has no way to the model, the key or a rationale before grading', async () => {
    await begin()
    await press('b')
    await press('4')
    expect(screen.queryByRole('button', { name: 'See the model reason' })).toBeNull()
    expect(screen.queryByText(/Why cholecystitis/)).toBeNull()
    await press('Enter')
    expect(button('See the model reason')).toBeTruthy()
    expect(screen.getByText(/Why cholecystitis/)).toBeTruthy()
  })

  it('grades nothing before an option and a confidence are chosen, and says what is missing', async () => {
    const { reviews } = await begin()
    await click('Grade')
    expect(screen.getByText('Choose an option first.')).toBeTruthy()
    await press('c')
    await click('Grade')
    expect(screen.getByText('Say how sure you are.')).toBeTruthy()
    expect(reviews.events).toHaveLength(0)
  })
})

describe('the keyboard', () => {
  it('chooses by letter, rates by digit, grades by Enter and goes on by N', async () => {
    await begin()
    await grade('c', '3')
    expect(screen.getByRole('heading', { name: 'Right' })).toBeTruthy()
    await press('n')
    expect(screen.getByRole('heading', { name: 'Question 2 of 2' })).toBeTruthy()
  })

  it('strikes out with Shift and a letter, and takes that back', async () => {
    await begin()
    await press('D', { shiftKey: true })
    expect(button('Take D back')).toBeTruthy()
    await press('D', { shiftKey: true })
    expect(button('Strike out D')).toBeTruthy()
  })

  it('knows the keys by their place when the Korean input method is on', async () => {
    await begin()
    await press('ㅠ', { code: 'KeyB' })
    expect(option(/cholecystitis/).checked).toBe(true)
  })

  it('leaves every key alone while a syllable is in the making or text is written', async () => {
    await begin()
    await press('b', { isComposing: true })
    const field = document.body.appendChild(document.createElement('textarea'))
    await press('b', {}, field)
    field.remove()
    await press('b', { ctrlKey: true })
    expect(screen.getAllByRole<HTMLInputElement>('radio').every((radio) => !radio.checked)).toBe(true)
  })

  it('leaves Enter on a button to the button', async () => {
    await begin()
    await press('b')
    await press('1')
    await press('Enter', {}, button('Strike out A'))
    expect(screen.queryByRole('heading', { name: 'Wrong' })).toBeNull()
  })
})

describe('reading order', () => {
  it('is the question, the options, how sure, and only then grading', async () => {
    await begin()
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
    await begin()
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
    await begin()
    await grade()
    const said = screen.getAllByRole('status').map((region) => region.textContent)
    expect(said).toContain('Wrong. You chose B, the key is C.')
  })
})

describe('the keys', () => {
  it('mean nothing when they are switched off', async () => {
    const { quiz } = await begin()
    cleanup()
    render(<QuizScreen quiz={quiz} shortcuts={false} renderFailure={() => null} />)
    fireEvent.keyDown(document.body, { key: 'b' })
    const place = quiz.state.getState().place
    expect(place.kind === 'session' && place.session.items[0]).toMatchObject({ choice: null })
  })
})

describe('the model', () => {
  it('shows a student without a ready model the way to one', async () => {
    const { answering } = await begin()
    answering.ready = null
    await grade()
    await click('See the model reason')
    expect(screen.getByText('failure: notLoaded')).toBeTruthy()
  })

  it('shows its reasoning open while it writes and folded when it has ended', async () => {
    const { answering, clock } = await begin()
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
    const { answering, clock } = await begin()
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
    const { answering } = await begin()
    await grade()
    await click('See the model reason')
    await act(() => answering.newest().begin())
    await click('Stop')
    expect(screen.getByText('You stopped it here.')).toBeTruthy()
    expect(screen.getByText('It came to no answer.')).toBeTruthy()
  })

  it('has its failure shown by whoever knows the words', async () => {
    const { answering } = await begin()
    await grade()
    await click('See the model reason')
    await act(() => answering.newest().end({ kind: 'failed', failure: { kind: 'deviceLost' } }))
    expect(screen.getByText('failure: deviceLost')).toBeTruthy()
    expect(button('See the model reason')).toBeTruthy()
  })
})

describe('the result', () => {
  it('reminds of what is not graded, and puts what was wrong and certain first', async () => {
    await begin()
    await grade()
    await click('End here')
    expect(screen.getByText(/1 question is not graded/)).toBeTruthy()
    await click('End and see the result')
    expect(screen.getByText('0 of 1 right')).toBeTruthy()
    expect(screen.getByText('95 % interval: 0 to 79 %')).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'Certain, and wrong' })).toBeTruthy()
    expect(screen.getByText(/^1\. Wrong, Certain/)).toBeTruthy()
  })
})

describe('storage that fails', () => {
  it('is said, with a way to try again', async () => {
    const { sessions } = await begin()
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
    await startTranslator('ko')
    await open(aBankFile([aQuestion({ language: 'ko', leadIn: '가장 맞지 않는 소견은?' })]))
    await click('풀기 시작')
    expect(screen.getByRole('heading', { name: '문항 1 / 1' })).toBeTruthy()
    expect(['찍음', '애매', '대체로', '확실'].map((name) => screen.getByRole('radio', { name }))).toHaveLength(4)
    expect(screen.getByText('가장 맞지 않는').tagName).toBe('STRONG')
  })
})

function inOrder(nodes: readonly Node[]): boolean {
  return nodes.every((node, index) => {
    const before = nodes[index - 1]
    return before === undefined || (before.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  })
}
