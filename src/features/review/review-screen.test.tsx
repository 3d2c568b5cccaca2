// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aDiaryEntry, answersOn, noonOf } from '#testing/builders/memory.ts'
import type { MemoryKept } from '#testing/builders/memory-over-fakes.ts'
import { showMemory } from '#testing/builders/memory-on-screen.tsx'
import { aQuestion } from '#testing/builders/questions.ts'
import { button, click, speak } from '#testing/builders/quiz-on-screen.tsx'
import { ReviewScreen } from './review-screen.tsx'

beforeEach(() => speak('en'))
afterEach(cleanup)

const wrong = { correct: false, choice: 'B', confidence: 'mostly' } as const
const wrongAndCertain = { ...wrong, confidence: 'certain' } as const

function some(...ids: readonly string[]) {
  return ids.map((id) => aQuestion({ id, objective: '', stem: `Stem of ${id}.`, subject: 'cardiology' }))
}

const show = (kept: MemoryKept) => showMemory(ReviewScreen, kept)
const region = (name: string) => within(screen.getByRole('region', { name }))
const lines = (name: string) =>
  region(name)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)

/** Two questions due on day 10, one of them wrong and certain, and one missed that is due tomorrow. */
const usual: MemoryKept = {
  events: answersOn([0, wrong], [8, { ...wrongAndCertain, questionId: 'q2' }], [10, { ...wrong, questionId: 'q3' }]),
  questions: some('q1', 'q2', 'q3'),
  now: noonOf(10),
}

describe('the review screen', () => {
  it('says what will appear, and from what, while nothing was answered', async () => {
    await show({})
    expect(screen.getByRole('heading', { name: 'Nothing to review yet' })).toBeDefined()
    expect(screen.getByRole('link', { name: 'Answer questions' }).getAttribute('href')).toBe('#/quiz')
    expect(screen.queryByRole('region', { name: 'Due today' })).toBeNull()
  })

  it('lists what is due with the reasons, wrong and certain first', async () => {
    await show(usual)
    expect(region('Due today').getByText('2 questions are due.')).toBeDefined()
    const [first, second] = lines('Due today')
    expect(first).toMatch(/Stem of q2\..*certain, and wrong.*1 day overdue.*% likely to be known.*Cardiology/)
    expect(second).toMatch(/Stem of q1\..*9 days overdue/)
    expect(second).not.toContain('certain')
  })

  it('begins a review of what is due, and of what was missed', async () => {
    const { started } = await show(usual)
    await click('Review 2 questions')
    await click('Redo 3 missed questions')
    expect(started.map((items) => items.map(({ question }) => question.id))).toEqual([
      ['q2', 'q1'],
      ['q2', 'q1', 'q3'],
    ])
  })

  it('lists ten, counts the rest, and reviews thirty at most', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `q${index + 10}`)
    const { started } = await show({
      events: answersOn(...ids.map((questionId) => [0, { ...wrong, questionId }] as const)),
      questions: some(...ids),
    })
    expect(lines('Due today')).toHaveLength(10)
    expect(region('Due today').getByText('and 30 more')).toBeDefined()
    await click('Review 30 questions')
    expect(started[0]).toHaveLength(30)
  })

  it('says when the next one comes where nothing is due', async () => {
    await show({ events: answersOn([10]), questions: some('q1') })
    expect(region('Due today').getByText('Nothing is due today. The next ones come in 3 days.')).toBeDefined()
    expect(screen.queryByRole('button', { name: /^Review/ })).toBeNull()
  })

  it('draws what lies ahead, and has it as a table', async () => {
    await show(usual)
    const picture = region('What lies ahead').getByRole('img')
    expect(picture.getAttribute('aria-label')).toBe(
      'Bars for 30 days. 2 today, 3 in the next seven days, 3 in all 30 days.',
    )
    const rows = within(region('What lies ahead').getByRole('table')).getAllByRole('row')
    expect(rows.slice(0, 3).map(({ textContent }) => textContent)).toEqual(['DayQuestions', '11 Jan2', '12 Jan1'])
    expect(rows).toHaveLength(31)
  })

  it('takes another wish for retention', async () => {
    const { settings } = await show(usual)
    const field = screen.getByLabelText<HTMLInputElement>('How much should still be known when it comes back')
    expect(field.value).toBe('90')
    fireEvent.change(field, { target: { value: '80' } })
    expect(settings.state.getState().settings.desiredRetention).toBe(0.8)
    fireEvent.change(field, { target: { value: '60' } })
    fireEvent.blur(field)
    expect(settings.state.getState().settings.desiredRetention).toBe(0.7)
  })

  it('shows what was still known beside what was expected', async () => {
    await show(usual)
    expect(region('How much was still known').getByText(/^Nothing to count yet/)).toBeDefined()
    cleanup()
    await show({ events: answersOn([0], [3], [0, { questionId: 'q2' }], [3, { ...wrong, questionId: 'q2' }]) })
    const table = within(region('How much was still known').getByRole('table'))
    expect(table.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual([
      '1 of 2',
      '50 % (9 to 91 %)',
      expect.stringMatching(/^8\d %$/),
    ])
    expect(region('How much was still known').getByText(/holds what was expected/)).toBeDefined()
  })

  it('lists questions that are forgotten often', async () => {
    await show(usual)
    expect(region('Forgotten often').getByText(/^None\./)).toBeDefined()
    cleanup()
    const often = Array.from({ length: 6 }, (_, index) => [index, wrong] as const)
    await show({ events: answersOn(...often), questions: some('q1') })
    expect(lines('Forgotten often')).toEqual([
      'Stem of q1. Which of the following is the most likely diagnosis?forgotten 5 times',
    ])
  })

  it('speaks Korean', async () => {
    await speak('ko')
    await show(usual)
    expect(region('오늘 복습').getByText('복습할 문항이 2개 있어요.')).toBeDefined()
    expect(button('2문항 복습 시작')).toBeDefined()
    expect(screen.getByRole('heading', { name: '오답노트' })).toBeDefined()
  })
})

describe('the error diary', () => {
  const events = [
    ...(usual.events ?? []),
    aDiaryEntry('a1', { cause: 'misread', lesson: 'Read the age.' }),
    aDiaryEntry('a3', { cause: 'knowledgeGap' }),
  ]
  const diary = () => region('Error diary')

  it('has what was chosen, the key, the cause and the lesson', async () => {
    await show({ ...usual, events })
    const entries = lines('Error diary')
    expect(entries).toHaveLength(3)
    expect(entries[2]).toContain('You chose: B. cholecystitis · Key: C. acute appendicitis')
    expect(entries[2]).toMatch(/Misread the question.*wrong 1 time.*Read the age\./)
    expect(entries[1]).toContain('No cause yet')
  })

  it('can be read by cause', async () => {
    await show({ ...usual, events })
    fireEvent.change(diary().getByLabelText('Cause'), { target: { value: 'misread' } })
    expect(lines('Error diary')).toHaveLength(1)
    expect(diary().getByText('1 entry')).toBeDefined()
    fireEvent.change(diary().getByLabelText('Cause'), { target: { value: 'timing' } })
    expect(diary().getByText('No entry with this cause.')).toBeDefined()
  })

  it('is written in place, and the focus comes back to where it was', async () => {
    await show({ ...usual, events })
    await click(/^Write about: Stem of q2/)
    const form = within(diary().getAllByRole('listitem')[1] ?? document.body)
    expect(document.activeElement).toBe(form.getByLabelText('Cause'))
    fireEvent.change(form.getByLabelText('Cause'), { target: { value: 'reasoning' } })
    fireEvent.change(form.getByLabelText('Lesson'), { target: { value: 'Pain that moves.' } })
    await click('Keep')
    expect(lines('Error diary')[1]).toMatch(/Reasoned wrongly.*Pain that moves\./)
    expect(document.activeElement).toBe(button(/^Write about: Stem of q2/))
    expect(screen.getByText('The entry is kept.').getAttribute('role')).toBe('status')
  })

  it('leaves an entry as it was on request', async () => {
    await show({ ...usual, events })
    await click(/^Write about: Stem of q1/)
    fireEvent.change(diary().getByLabelText('Lesson'), { target: { value: 'Something else.' } })
    await click('Leave as it was')
    expect(lines('Error diary')[2]).toContain('Read the age.')
    expect(document.activeElement).toBe(button(/^Write about: Stem of q1/))
  })

  it('does not lose the focus when an entry leaves the list because its cause changed', async () => {
    await show({ ...usual, events })
    fireEvent.change(diary().getByLabelText('Cause'), { target: { value: 'misread' } })
    await click(/^Write about: Stem of q1/)
    const form = within(diary().getByRole('listitem'))
    fireEvent.change(form.getByLabelText('Cause'), { target: { value: 'timing' } })
    await click('Keep')
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Error diary' }))
  })

  it('is printed on request', async () => {
    const print = vi.fn()
    vi.stubGlobal('print', print)
    window.print = print
    await show({ ...usual, events })
    await click('Print the diary')
    expect(print).toHaveBeenCalledOnce()
    vi.unstubAllGlobals()
  })

  it('shows the letters where the question is not here any more', async () => {
    await show({ events: answersOn([0, { ...wrong, bankId: 'gone' }]) })
    expect(lines('Error diary')[0]).toContain('You chose: B · Key: C')
  })
})
