// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Block } from '#domain/quiz/session.ts'
import { milliseconds } from '#lib/time.ts'
import { button, speak } from '#testing/builders/quiz-on-screen.tsx'
import { warningDue } from './time-warnings.ts'
import { Timer } from './timer.tsx'

beforeEach(() => speak('en'))
afterEach(cleanup)

const hour = 3_600_000
const minutesLeft = (minutes: number): Block => ({
  ...{ name: null, first: 0, count: 1, isHandedIn: false },
  ...{ allowed: milliseconds(hour), used: milliseconds(hour - minutes * 60_000) },
})
const said = (): string | null => screen.getByRole('status').textContent

describe('the warnings', () => {
  it.each([
    [10.1, null],
    [10, 10],
    [5.01, 10],
    [5, 5],
    [1, 1],
    [0, 1],
  ])('with %f minutes left: %s', (minutes, expected) => {
    expect(warningDue(milliseconds(minutes * 60_000))).toBe(expected)
  })

  it('are said once each, ten, five and one minute before the end', () => {
    const { rerender } = render(<Timer block={minutesLeft(11)} onLengthen={() => undefined} />)
    const heard = [11, 10, 9.9, 7, 5, 4.5, 1, 0.5].map((minutes) => {
      rerender(<Timer block={minutesLeft(minutes)} onLengthen={() => undefined} />)
      return said()
    })
    const [ten, five, one] = ['10 minutes left.', '5 minutes left.', '1 minute left.']
    expect(heard).toEqual(['', ten, ten, ten, five, five, one, one])
  })

  it('are silent about what was left when the page was opened, and about time that was added', () => {
    const { rerender } = render(<Timer block={minutesLeft(4)} onLengthen={() => undefined} />)
    expect(said()).toBe('')
    rerender(<Timer block={minutesLeft(9)} onLengthen={() => undefined} />)
    expect(said()).toBe('')
    rerender(<Timer block={minutesLeft(4)} onLengthen={() => undefined} />)
    expect(said()).toBe('5 minutes left.')
  })
})

describe('the time that is left', () => {
  it('can be hidden', () => {
    render(<Timer block={minutesLeft(62.05)} onLengthen={() => undefined} />)
    expect(screen.getByRole('timer').textContent).toBe('1:02:03 left')
    fireEvent.click(button('Hide the time'))
    expect(screen.getByRole('timer').textContent).toBe('Time hidden')
    fireEvent.click(button('Show the time'))
    expect(screen.getByRole('timer').textContent).toBe('1:02:03 left')
  })

  it.each([
    ['5 minutes more', 300_000],
    ['10 minutes more', 600_000],
    ['No limit', null],
  ])('can be changed: %s', (name, by) => {
    const onLengthen = vi.fn()
    render(<Timer block={minutesLeft(3)} onLengthen={onLengthen} />)
    fireEvent.click(button('Change the time'))
    fireEvent.click(button(name))
    expect(onLengthen.mock.calls).toEqual([[by]])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('is not there where there is no limit', () => {
    render(<Timer block={{ ...minutesLeft(3), allowed: null }} onLengthen={() => undefined} />)
    expect(screen.queryByRole('timer')).toBeNull()
  })
})
