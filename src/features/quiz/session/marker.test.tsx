// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settled } from '#testing/fakes/quiz-needs.ts'
import { sessionOf } from '#testing/builders/quiz-over-fakes.ts'
import { workOf } from '#testing/builders/quiz.ts'
import { beginOnScreen, button, click, pick, press, speak, unfold } from '#testing/builders/quiz-on-screen.tsx'
import { marks, select } from '#testing/builders/select-stem.ts'
import { selectedStretch } from './stem-selection.ts'

beforeEach(() => speak('en'))
afterEach(() => {
  document.getSelection()?.removeAllRanges()
  cleanup()
})

const stem = 'A 23-year-old man has had pain that moved to the right lower abdomen.'
describe('the marker', () => {
  it('marks what is selected, and is offered only then', async () => {
    const { quiz } = await beginOnScreen()
    expect(screen.queryByRole('button', { name: 'Highlight' })).toBeNull()
    await select('pain that moved ')
    await click('Highlight')
    expect(marks()).toEqual(['pain that moved'])
    expect(workOf(sessionOf(quiz)).highlights).toEqual([{ start: 26, end: 41 }])
    await act(settled)
    expect(screen.queryByRole('button', { name: 'Highlight' })).toBeNull()
  })

  it('marks by the key H, too, and goes on over a mark', async () => {
    await beginOnScreen()
    await select('pain')
    await press('h')
    await select('pain that moved')
    await press('h')
    expect(marks()).toEqual(['pain that moved'])
  })

  it('takes a mark back by a click on it', async () => {
    await beginOnScreen()
    await select('right lower')
    await press('h')
    await select('man')
    await press('h')
    const [, second] = document.querySelectorAll('mark')
    await act(async () => {
      fireEvent.click(second ?? document.body)
      await settled()
    })
    expect(marks()).toEqual(['man'])
  })

  it('works sentence by sentence without a pointer', async () => {
    await beginOnScreen()
    await unfold('Highlight by sentence')
    await pick(stem, 'checkbox')
    expect(marks()).toEqual([stem])
    await pick(stem, 'checkbox')
    expect(marks()).toEqual([])
  })

  it('is undone like everything else', async () => {
    await beginOnScreen()
    await select('pain')
    await press('h')
    await press('z', { ctrlKey: true })
    expect(marks()).toEqual([])
    expect(button('Undo').getAttribute('aria-disabled')).toBe('true')
  })
})

describe('a selection', () => {
  it('that is elsewhere, or only blank space, marks nothing', async () => {
    await beginOnScreen()
    const paragraph = document.querySelector('article p')
    if (paragraph === null) throw new Error('No stem')
    await select(' ')
    expect(selectedStretch(paragraph, document.getSelection())).toBeNull()
    document.getSelection()?.removeAllRanges()
    expect(selectedStretch(paragraph, document.getSelection())).toBeNull()
    expect(selectedStretch(paragraph, null)).toBeNull()
  })
})
