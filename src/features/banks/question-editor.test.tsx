// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, succeed } from '#lib/result.ts'
import { banksOverFakes } from '#testing/builders/banks-over-fakes.ts'
import { aBank, aQuestion, options } from '#testing/builders/questions.ts'
import { click, press, speak } from '#testing/builders/quiz-on-screen.tsx'
import { BanksScreen } from './banks-screen.tsx'

beforeEach(() => speak('en'))
afterEach(cleanup)

const questions = [
  aQuestion({
    id: 'w1',
    leadIn: 'What is it?',
    options: options('gout', 'sepsis'),
    answers: ['B'],
    subject: 'surgery',
  }),
  aQuestion({ id: 'w2', leadIn: 'What else?', options: options('shock', 'stroke'), answers: ['A'] }),
]

async function browse(name = 'Week 3') {
  const all = banksOverFakes()
  const bank = { ...aBank(), id: 'week-3', title: { ko: '3주차', en: 'Week 3' }, fileName: 'week3.csv', count: 2 }
  await all.library.write(bank, () => Promise.resolve(succeed(questions)))
  render(<BanksScreen banks={all.banks} desk={all.desk} onSolve={vi.fn()} />)
  await screen.findByRole('button', { name: 'Browse: Week 3' })
  await click(`Browse: ${name}`)
  const list = await screen.findByRole('listbox')
  await press('Home', {}, list)
  const kept = async () => {
    const listed = await all.library.list()
    const read = listed.ok ? await all.library.read(listed.value.heads[0]?.key ?? '') : listed
    return read.ok ? read.value.questions : []
  }
  return { ...all, kept }
}

const field = (name: string) => screen.getByLabelText<HTMLTextAreaElement>(name, { selector: 'input, textarea' })

function write(name: string, text: string): void {
  fireEvent.change(field(name), { target: { value: text } })
}

/** What is said beside a field. */
function saidOf(name: string): string {
  const ids = field(name).getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
}

describe('a question that is edited', () => {
  it('stands in the form as it is, is kept, and is shown again', async () => {
    const { kept } = await browse()
    await click('Edit')
    expect(field('Question').value).toBe('What is it?')
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Option B is right' }).checked).toBe(true)
    write('Question', 'What is it now?')
    write('Tags', 'pain, chest pain')
    await click('Keep')
    expect(await screen.findByRole('heading', { name: 'Question 1 of 2' })).toBeDefined()
    expect(screen.getAllByText('The question is kept.').length).toBeGreaterThan(0)
    expect(await kept()).toEqual([
      { ...questions[0], leadIn: 'What is it now?', tags: ['pain', 'chest pain'] },
      questions[1],
    ])
  })

  it('is not kept while something is wrong, which is said beside the field', async () => {
    const { kept } = await browse()
    await click('Edit')
    write('Question', ' ')
    write('Option B', 'gout')
    await click('Keep')
    expect(saidOf('Question')).toBe('Something must be written here.')
    expect(saidOf('Option B')).toBe('This option stands there already.')
    expect(field('Question').getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(field('Question'))
    expect(screen.getByText('2 fields need another look.')).toBeDefined()
    expect(await kept()).toEqual(questions)
    write('Question', 'What?')
    expect(saidOf('Question')).toBe('')
  })

  it('asks for a key where none is marked', async () => {
    await browse()
    await click('Edit')
    fireEvent.click(screen.getByRole('checkbox', { name: 'Option B is right' }))
    await click('Keep')
    expect(screen.getByText('Mark at least one option as right.')).toBeDefined()
  })

  it('stays in the form where the disk refuses', async () => {
    const { kept, parts } = await browse()
    await click('Edit')
    write('Question', 'What is lost?')
    vi.spyOn(parts, 'write').mockResolvedValue(fail({ kind: 'full' }))
    await click('Keep')
    expect((await screen.findByRole('alert')).textContent).toContain('no room left')
    expect(field('Question').value).toBe('What is lost?')
    expect(await kept()).toEqual(questions)
  })

  it('waits while another screen is looked at', async () => {
    const { banks, desk } = await browse()
    await click('Edit')
    write('Question', 'Half a quest')
    cleanup()
    render(<BanksScreen banks={banks} desk={desk} onSolve={vi.fn()} />)
    expect(field('Question').value).toBe('Half a quest')
  })

  it('asks before what was written is lost', async () => {
    const { kept } = await browse()
    await click('Edit')
    write('Question', 'Never mind')
    await click('Cancel')
    const dialog = screen.getByRole('dialog', { name: 'Leave without keeping?' })
    act(() => within(dialog).getByRole('button', { name: 'Leave' }).click())
    expect(screen.getByRole('heading', { name: 'Question 1 of 2' })).toBeDefined()
    expect(await kept()).toEqual(questions)
  })
})

describe('a question that is written', () => {
  it('stands behind the others of its bank', async () => {
    const { kept } = await browse()
    await click('Write a question')
    expect(field('Source').value).toBe('Own question')
    write('Question', 'Which test?')
    write('Option A', 'ECG')
    write('Option B', 'Holter')
    fireEvent.click(screen.getByRole('checkbox', { name: 'Option A is right' }))
    write('Subject', 'Cardiology')
    await click('Keep')
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Question 3 of 3' })).toBeDefined())
    expect((await kept()).at(-1)).toMatchObject({
      ...{ leadIn: 'Which test?', answers: ['A'], subject: 'cardiology', source: { note: 'Own question' } },
      options: [{ text: 'ECG' }, { text: 'Holter' }],
    })
  })

  it('can be the first of a bank of one’s own', async () => {
    const { library } = await browse()
    await click('Back to the banks')
    fireEvent.change(screen.getByLabelText('Name of a new bank'), { target: { value: 'Mine' } })
    await click('Begin a bank')
    expect(screen.getByText(/There is no question yet/)).toBeDefined()
    await click('Write a question')
    write('Question', 'Which test?')
    write('Option A', 'ECG')
    write('Option B', 'Holter')
    fireEvent.click(screen.getByRole('checkbox', { name: 'Option A is right' }))
    await click('Keep')
    await screen.findByRole('heading', { name: 'Question 1 of 1' })
    const listed = await library.list()
    expect(listed.ok && listed.value.heads.map(({ title, count }) => [title.en, count])).toContainEqual(['Mine', 1])
  })

  it('can have more options, or fewer', async () => {
    await browse()
    await click('Write a question')
    await click('Add an option')
    expect(field('Option F').value).toBe('')
    await click('Remove option F')
    expect(screen.queryByRole('textbox', { name: 'Option F' })).toBeNull()
  })

  it('is not for the bank that comes with the app', async () => {
    await browse('Sample questions')
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull()
    expect(screen.getByText(/comes with the app cannot be changed/)).toBeDefined()
  })
})
