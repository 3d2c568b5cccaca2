// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aTableFile, banksOverFakes } from '#testing/builders/banks-over-fakes.ts'
import { button, click, speak } from '#testing/builders/quiz-on-screen.tsx'
import { BanksScreen } from './banks-screen.tsx'

beforeEach(() => speak('en'))
afterEach(cleanup)

async function openBanksScreen() {
  const all = banksOverFakes()
  const onSolve = vi.fn()
  render(<BanksScreen banks={all.banks} desk={all.desk} onSolve={onSolve} />)
  await screen.findByText('comes with the app')
  return { ...all, onSolve }
}

async function bring(file: Blob, name: string): Promise<void> {
  const input = screen.getByLabelText('Choose a file')
  await act(async () => {
    fireEvent.change(input, { target: { files: [new File([file], name)] } })
    await Promise.resolve()
  })
  await waitFor(() => expect(screen.queryByText(/^Reading /)).toBeNull())
}

describe('the banks', () => {
  it('begin with the one that comes with the app', async () => {
    const { onSolve } = await openBanksScreen()
    await click('Practise: Sample questions')
    expect(onSolve).toHaveBeenCalledWith(null)
  })

  it('grow by a file that was looked at first', async () => {
    const { onSolve } = await openBanksScreen()
    await bring(aTableFile({ good: 7, faulty: 2 }), 'week3.csv')
    expect(screen.getByText('7 questions were read (CSV or TSV).')).toBeDefined()
    expect(screen.getByText('What is number 1?')).toBeDefined()
    expect(screen.getByText('Questions left out: 2')).toBeDefined()
    expect(screen.getByText('Line 9').parentElement?.textContent).toContain('There is no answer.')
    fireEvent.change(screen.getByLabelText('Name of the bank'), { target: { value: 'Chest pain' } })
    await click('Keep 7 questions')
    expect(await screen.findByText('Chest pain: 7 questions are kept, 2 were left out.')).toBeDefined()
    await click('Practise: Chest pain')
    expect(onSolve).toHaveBeenCalledWith(expect.objectContaining({ title: { ko: 'Chest pain', en: 'Chest pain' } }))
  })

  it('are read again when a column is said to be another', async () => {
    await openBanksScreen()
    await bring(aTableFile(), 'week3.csv')
    fireEvent.change(screen.getByLabelText('Answer'), { target: { value: '' } })
    expect(await screen.findByText(/There is no question to import/)).toBeDefined()
    expect(button('Keep 0 questions')).toHaveProperty('disabled', true)
  })

  it('name the file and the cause when it cannot be read', async () => {
    await openBanksScreen()
    await bring(new Blob(['only words']), 'notes.txt')
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('notes.txt could not be imported')
    expect(alert.textContent).toContain('none of the known formats')
  })

  it('can be removed, and brought back', async () => {
    await openBanksScreen()
    await bring(aTableFile(), 'week3.csv')
    await click('Keep 3 questions')
    await click('Remove: week3')
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove: week3' })).toBeNull())
    await click('Undo')
    expect(await screen.findByRole('button', { name: 'Remove: week3' })).toBeDefined()
  })
})
