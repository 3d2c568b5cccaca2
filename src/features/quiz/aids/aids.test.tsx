// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aBankFile } from '#testing/builders/questions.ts'
import { aMockBank, workOf } from '#testing/builders/quiz.ts'
import { sessionOf } from '#testing/builders/quiz-over-fakes.ts'
import {
  beginOnScreen,
  click,
  grade,
  openQuizScreen,
  option,
  pick,
  press,
  speak,
  unfold,
} from '#testing/builders/quiz-on-screen.tsx'
import { marks, select } from '#testing/builders/select-stem.ts'
import { settled } from '#testing/fakes/quiz-needs.ts'

beforeEach(() => speak('en'))
afterEach(() => {
  document.getSelection()?.removeAllRanges()
  cleanup()
})

const isOpen = (summary: string) =>
  [...document.querySelectorAll('details')].find((one) => one.querySelector('summary')?.textContent === summary)?.open
const stem = () => document.querySelector('article p')?.textContent

describe('the aids beside a question', () => {
  it('fetch nothing before they are opened, and stay open from question to question', async () => {
    const { fakes } = await beginOnScreen()
    expect(fakes.fetched).toEqual([])
    expect(isOpen('Note')).toBe(true)
    await unfold('Reference values')
    expect(screen.getByRole('heading', { name: /^Sodium/ })).toBeTruthy()
    expect(fakes.fetched).toEqual(['lab values'])
    await press('n')
    expect(isOpen('Reference values')).toBe(true)
    expect(isOpen('Calculator')).toBe(false)
    await click('Leave for now')
    await click('Go on')
    expect(screen.getByRole('heading', { name: /^Sodium/ })).toBeTruthy()
    expect(fakes.fetched).toEqual(['lab values'])
  })

  it('say what did not come, and try again', async () => {
    const { fakes } = await beginOnScreen()
    fakes.isOffline = true
    await unfold('Reference values')
    expect(screen.getByRole('alert').textContent).toContain('The table of values did not come')
    fakes.isOffline = false
    await click('Try again')
    expect(screen.getByRole('heading', { name: /^Sodium/ })).toBeTruthy()
  })

  it('keep what is being calculated', async () => {
    await beginOnScreen()
    await unfold('Calculator')
    const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Calculation' })
    fireEvent.change(field(), { target: { value: '140 - 24' } })
    await press('n')
    await click('Leave for now')
    await click('Go on')
    expect(field().value).toBe('140 - 24')
  })
})

describe('the glossary', () => {
  it('stands beside the terms of stem and options where that is wished, and is fetched only then', async () => {
    const { fakes } = await beginOnScreen()
    expect(fakes.fetched).toEqual([])
    await pick('Beside every term')
    expect(fakes.fetched).toEqual(['glossary'])
    expect(screen.getByText('Not reviewed.')).toBeTruthy()
    expect(stem()).toContain('the right lower abdomen (복부).')
    expect(option(/acute appendicitis \(급성 충수염\)/)).toBeTruthy()
    await press('n')
    expect(stem()).toContain('abdomen (복부)')
    await pick('Off')
    expect(stem()).toContain('the right lower abdomen.')
  })

  it('lets a term be chosen in the stem, and in the options once their choice is made', async () => {
    await beginOnScreen()
    await pick('When I choose a term')
    await click('abdomen: show it in the other language')
    expect(stem()).toContain('abdomen (복부)')
    const inOptions = 'acute appendicitis: show it in the other language'
    expect(screen.queryByRole('button', { name: inOptions })).toBeNull()
    await grade('c')
    await click(inOptions)
    expect(screen.getByText('(급성 충수염)')).toBeTruthy()
  })

  it('leaves the highlighter as it is: an aside is no part of what is marked', async () => {
    const { quiz } = await beginOnScreen()
    await pick('Beside every term')
    await select('lower abdomen (복부).')
    await click('Highlight')
    expect(workOf(sessionOf(quiz)).highlights).toEqual([{ start: 55, end: 69 }])
    expect(marks()).toEqual(['lower abdomen (복부).'])
    await pick('Off')
    expect(marks()).toEqual(['lower abdomen.'])
  })

  it('takes no mark away where a term in it is chosen', async () => {
    await beginOnScreen()
    await select('lower abdomen')
    await click('Highlight')
    await pick('When I choose a term')
    await click('abdomen: show it in the other language')
    expect(marks()).toEqual(['lower abdomen (복부)'])
  })

  it('says that it did not come, and tries again', async () => {
    const { fakes } = await beginOnScreen()
    fakes.isOffline = true
    await pick('Beside every term')
    expect(screen.getByRole('alert').textContent).toContain('The glossary did not come')
    fakes.isOffline = false
    await click('Try again')
    expect(stem()).toContain('abdomen (복부)')
  })

  it('is not offered in a mock', async () => {
    await openQuizScreen(aBankFile(aMockBank().questions))
    await unfold('Mock examination')
    await click('Start the mock')
    await click('Start Session 1')
    await act(settled)
    expect(screen.queryByRole('group', { name: 'Terms in the other language' })).toBeNull()
    expect(screen.getByText('Reference values')).toBeTruthy()
  })
})
