// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { handIn } from '#domain/quiz/grading.ts'
import { chooseOption, toggleFlag } from '#domain/quiz/item-work.ts'
import { goTo } from '#domain/quiz/session-time.ts'
import { instant } from '#lib/time.ts'
import { aBank } from '#testing/builders/questions.ts'
import { aMock, answered, aSession, aTimedSession, idsInARow, questions } from '#testing/builders/quiz.ts'
import { speak } from '#testing/builders/quiz-on-screen.tsx'
import { ItemNavigator } from './item-navigator.tsx'

beforeEach(() => speak('en'))
afterEach(cleanup)

const names = (): readonly (string | null)[] => screen.getAllByRole('button').map(({ textContent }) => textContent)
const stops = (): readonly (string | null)[] =>
  screen
    .getAllByRole('button')
    .filter(({ tabIndex }) => tabIndex === 0)
    .map(({ textContent }) => textContent)
const press = (key: string): boolean => fireEvent.keyDown(document.activeElement ?? document.body, { key })

describe('the numbers of the items', () => {
  it('say what became of each, in words', () => {
    const first = answered(aSession(aBank(questions(4))), 'C').session
    const second = answered(goTo(first, 1, instant(62_000)), 'B').session
    const third = toggleFlag(chooseOption(goTo(second, 2, instant(63_000)), 'A'))
    render(<ItemNavigator session={third} onGo={() => undefined} />)
    expect(names()).toEqual(['1right', '2wrong', '3answeredflagged', '4not answered yet'])
    expect(screen.getAllByRole('button').map((one) => one.getAttribute('aria-current'))).toEqual([
      ...[null, null, 'step', null],
    ])
  })

  it('tell no right from wrong before the hand-in, and what was left out after it', () => {
    const session = chooseOption(aTimedSession(), 'B')
    const { rerender } = render(<ItemNavigator session={session} onGo={() => undefined} />)
    expect(names()).toEqual(['1answered', '2not answered yet', '3not answered yet'])
    const ended = handIn(session, { now: instant(2_000), newId: idsInARow() }).session
    rerender(<ItemNavigator session={ended} onGo={() => undefined} />)
    expect(names()).toEqual(['1wrong', '2left without an answer', '3left without an answer'])
  })

  it('are those of the block alone, counted from one', () => {
    const second = handIn(aMock(), { now: instant(2_000), newId: idsInARow() }).session
    const onGo = vi.fn()
    render(<ItemNavigator session={second} onGo={onGo} />)
    expect(names()).toEqual(['1not answered yet', '2not answered yet'])
    fireEvent.click(screen.getAllByRole('button')[1] ?? document.body)
    expect(onGo.mock.calls).toEqual([[3]])
  })
})

describe('the keyboard in them', () => {
  it('finds one stop of the Tab key, at the current item', () => {
    render(<ItemNavigator session={goTo(aSession(), 1, instant(2_000))} onGo={() => undefined} />)
    expect(stops()).toEqual(['2not answered yet'])
  })

  it('moves by arrows, a row of ten up and down, and turns to nothing by itself', () => {
    const onGo = vi.fn()
    render(<ItemNavigator session={aSession(aBank(questions(20)))} onGo={onGo} />)
    screen.getAllByRole('button')[0]?.focus()
    const reached = ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowLeft', 'End', 'Home'].map(
      (key) => {
        press(key)
        return document.activeElement?.textContent.replace(/\D/g, '')
      },
    )
    expect(reached).toEqual(['2', '12', '12', '11', '1', '1', '20', '1'])
    press('End')
    expect(stops()).toEqual(['20not answered yet'])
    expect(onGo).not.toHaveBeenCalled()
  })

  it('comes back in at the current item', () => {
    render(<ItemNavigator session={aSession()} onGo={() => undefined} />)
    screen.getAllByRole('button')[0]?.focus()
    press('End')
    fireEvent.blur(document.activeElement ?? document.body)
    expect(stops()).toEqual(['1not answered yet'])
  })
})
