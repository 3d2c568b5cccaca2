// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { termFinder } from '#domain/reference/find-terms.ts'
import { button, speak } from '#testing/builders/quiz-on-screen.tsx'
import { TermPieces } from './term-pieces.tsx'
import { Termed } from './terms.tsx'

beforeEach(() => speak('en'))
afterEach(cleanup)

const find = termFinder([{ id: 'heartFailure', ko: ['심부전'], en: ['heart failure', 'CHF'] }])
const text = '심부전으로 입원했다.'

describe('a text with terms', () => {
  it('is itself where nothing is to be shown', () => {
    const { container } = render(<Termed text={text} />)
    expect(container.innerHTML).toBe(text)
  })

  it('has the other language beside each term', () => {
    const { container } = render(<TermPieces pieces={find(text)} shown="beside" />)
    expect(container.textContent).toBe('심부전 (heart failure)으로 입원했다.')
    expect(screen.getByText('(heart failure)').getAttribute('lang')).toBe('en')
  })

  it('shows it behind a term that is chosen, and takes it away again', () => {
    const { container } = render(<TermPieces pieces={find(text)} shown="asked" />)
    const term = button('심부전: show it in the other language')
    expect(container.textContent).toBe(text)
    fireEvent.click(term)
    expect(term.getAttribute('aria-expanded')).toBe('true')
    expect(container.textContent).toContain('(heart failure)')
    fireEvent.click(term)
    expect(container.textContent).toBe(text)
  })
})
