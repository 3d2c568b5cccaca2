// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseBank } from '#domain/question-bank/parse-bank.ts'
import { parseJson } from '#lib/json.ts'
import { succeed } from '#lib/result.ts'
import { banksOverFakes } from '#testing/builders/banks-over-fakes.ts'
import { aBank, aQuestion, options } from '#testing/builders/questions.ts'
import { button, click, press, speak } from '#testing/builders/quiz-on-screen.tsx'
import { BanksScreen } from './banks-screen.tsx'

beforeEach(() => speak('en'))
afterEach(cleanup)

const questions = Array.from({ length: 1_000 }, (_, index) =>
  aQuestion({
    ...{ id: `w${index}`, leadIn: `What is number ${index + 1}?`, subject: index % 2 === 0 ? 'surgery' : 'cardiology' },
    ...{ tags: index === 41 ? ['심부전'] : [], options: options('gout', 'sepsis'), answers: ['B'] },
  }),
)

async function openBanks(list = questions) {
  const all = banksOverFakes()
  const bank = { ...aBank(), id: 'week-3', title: { ko: '3주차', en: 'Week 3' }, fileName: 'week3.csv' }
  await all.library.write({ ...bank, count: list.length }, (from, count) =>
    Promise.resolve(succeed(list.slice(from, from + count))),
  )
  const onSolve = vi.fn()
  render(<BanksScreen banks={all.banks} desk={all.desk} onSolve={onSolve} />)
  await screen.findByRole('button', { name: 'Browse: Week 3' })
  return { ...all, onSolve }
}

async function browse() {
  const all = await openBanks()
  await click('Browse: Week 3')
  await screen.findByRole('listbox', { name: 'Questions' })
  return all
}

const announced = () => screen.getAllByRole('status').map(({ textContent }) => textContent)
const list = () => screen.getByRole('listbox', { name: 'Questions' })

async function search(query: string): Promise<void> {
  await act(async () => {
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: query } })
    await Promise.resolve()
  })
}

describe('a bank that is looked through', () => {
  it('draws few of its questions, and says of each which one it is', async () => {
    await browse()
    const rows = within(list()).getAllByRole('option')
    expect(rows.length).toBeLessThan(40)
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('1000')
    expect(rows[0]?.getAttribute('aria-posinset')).toBe('1')
    expect(announced()).toContain('1000 questions')
  })

  it('is walked through by keys, and shows the chosen question with its key and reasons', async () => {
    await browse()
    await press('ArrowDown', {}, list())
    await press('ArrowDown', {}, list())
    expect(screen.getByRole('heading', { name: 'Question 2 of 1000' })).toBeDefined()
    const key = screen.getByText('Key').closest('li')
    expect(key?.textContent).toContain('sepsis')
    expect(key?.textContent).toContain('Why sepsis or why not.')
    await press('End', {}, list())
    const active = list().getAttribute('aria-activedescendant') ?? ''
    expect(document.getElementById(active)?.getAttribute('aria-posinset')).toBe('1000')
    expect(screen.getByRole('heading', { name: 'Question 1000 of 1000' })).toBeDefined()
  })

  it('is searched by text, subject, tag and identifier', async () => {
    await browse()
    await search('number 1000?')
    expect(announced()).toContain('1 question')
    await search('cardiology')
    expect(announced()).toContain('500 questions')
    await search('ㅅㅂㅈ')
    fireEvent.click(within(list()).getByRole('option'))
    expect(screen.getByRole('heading', { name: 'Question 42 of 1000' })).toBeDefined()
    await search('w999')
    expect(announced()).toContain('1 question')
    await search('nowhere')
    expect(announced()).toContain('No question has these words.')
  })

  it('is put back, and the list is there again', async () => {
    const { onSolve } = await browse()
    expect(document.activeElement?.textContent).toBe('Back to the banks')
    await click('Practise: Week 3')
    expect(onSolve).toHaveBeenCalledWith(expect.objectContaining({ id: 'week-3' }))
    await click('Back to the banks')
    expect(button('Browse: Week 3')).toBeDefined()
  })

  it('says so when it cannot be read', async () => {
    const { parts } = await openBanks()
    vi.spyOn(parts, 'read').mockResolvedValue({ ok: false, failure: { kind: 'unavailable', detail: '' } })
    await click('Browse: Week 3')
    expect((await screen.findByRole('alert')).textContent).toContain('could not be read')
  })
})

describe('a bank that is exported', () => {
  async function saved(form: string): Promise<{ readonly name: string; readonly text: string }> {
    const blobs: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) blobs.push(blob)
      return 'blob:here'
    })
    const names: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download)
    })
    const line = within(button('Remove: Week 3').closest('li') ?? document.body)
    fireEvent.click(line.getByRole('button', { name: form, hidden: true }))
    await waitFor(() => expect(names).toHaveLength(1))
    return { name: names[0] ?? '', text: (await blobs[0]?.text()) ?? '' }
  }

  it('is a file of our own format, whole', async () => {
    await openBanks(questions.slice(0, 3))
    const { name, text } = await saved('Munjin bank (JSON)')
    const parsed = parseJson(text)
    expect(name).toBe('Week 3.json')
    expect(parsed.ok && parseBank(parsed.value)).toMatchObject({
      ok: true,
      value: { id: 'week-3', questions: questions.slice(0, 3) },
    })
    expect(screen.getByText('Handed to the browser to be saved: Week 3.json')).toBeDefined()
  })

  it.each([
    ['Table (CSV)', 'Week 3.csv', '"id","subject"'],
    ['Anki text', 'Week 3.txt', '#separator:tab'],
  ])('can be a %s', async (form, file, beginning) => {
    await openBanks(questions.slice(0, 3))
    const { name, text } = await saved(form)
    expect(name).toBe(file)
    expect(text.replace(/^\ufeff/, '').startsWith(beginning)).toBe(true)
  })

  it('says so when it cannot be read, and saves nothing', async () => {
    const { parts } = await openBanks(questions.slice(0, 3))
    vi.spyOn(parts, 'read').mockResolvedValue({ ok: false, failure: { kind: 'unavailable', detail: '' } })
    const made = vi.spyOn(URL, 'createObjectURL')
    const line = within(button('Remove: Week 3').closest('li') ?? document.body)
    fireEvent.click(line.getByRole('button', { name: 'Table (CSV)', hidden: true }))
    expect((await screen.findByRole('alert')).textContent).toContain('nothing was exported')
    expect(made).not.toHaveBeenCalled()
  })
})
