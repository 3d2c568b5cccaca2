// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { clearedCalculator } from '#domain/reference/calculator.ts'
import { button, press, speak } from '#testing/builders/quiz-on-screen.tsx'
import { CalculatorPanel } from './calculator-panel.tsx'

beforeEach(() => speak('en'))
afterEach(cleanup)

/** Where a calculator is kept. */
function Desk() {
  const [calculator, setCalculator] = useState(clearedCalculator)
  return <CalculatorPanel calculator={calculator} onChange={setCalculator} />
}

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Calculation' })
const announced = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join('')

function write(text: string): void {
  fireEvent.change(field(), { target: { value: text } })
}

describe('the calculator', () => {
  it('calculates by its buttons and says the result', () => {
    render(<Desk />)
    for (const name of ['0', 'decimal point', '1', 'plus', '0', 'decimal point', '2', 'calculate']) {
      fireEvent.click(button(name))
    }
    expect(field().value).toBe('0.1+0.2')
    expect(announced()).toBe('Equals 0.3')
  })

  it('calculates what is written, by Enter', async () => {
    render(<Desk />)
    write('(140 - 128) * 2')
    await press('Enter', {}, field())
    expect(announced()).toBe('Equals 24')
    await press('+', {}, field())
    expect(field().value).toBe('24+')
  })

  it('says in words what is wrong, beside the field', async () => {
    render(<Desk />)
    write('5 / 0')
    await press('Enter', {}, field())
    expect(announced()).toBe('Nothing can be divided by zero.')
    expect(field().getAttribute('aria-invalid')).toBe('true')
    write('5 /')
    await press('=', {}, field())
    expect(announced()).toContain('not finished')
  })

  it('takes digits while one of its buttons has the focus, and keeps them from the question', async () => {
    const heard = vi.fn()
    document.addEventListener('keydown', heard)
    render(<Desk />)
    await press('7', {}, button('calculate'))
    await press('n', {}, button('calculate'))
    document.removeEventListener('keydown', heard)
    expect(field().value).toBe('7')
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('clears by Escape, and lets it go on where nothing is typed', async () => {
    const heard = vi.fn()
    document.addEventListener('keydown', heard)
    render(<Desk />)
    write('12')
    await press('Escape', {}, field())
    expect(field().value).toBe('')
    expect(heard).not.toHaveBeenCalled()
    await press('Escape', {}, field())
    document.removeEventListener('keydown', heard)
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('shows what it remembers', () => {
    render(<Desk />)
    act(() => write('6 × 7'))
    fireEvent.click(button('add to the memory'))
    expect(screen.getByText('Memory: 42')).toBeDefined()
    fireEvent.click(button('clear the memory'))
    expect(screen.queryByText('Memory: 42')).toBeNull()
  })
})
