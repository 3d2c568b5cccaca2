// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { TextArea } from './text-area.tsx'

afterEach(cleanup)

function pressEnter(keys: object, onSubmit?: () => void): boolean {
  render(<TextArea label="질문" value="가" onChange={vi.fn()} {...(onSubmit && { onSubmit })} />)
  // `fireEvent` says whether the key keeps its own effect, here the new line.
  return fireEvent.keyDown(screen.getByLabelText('질문'), { key: 'Enter', keyCode: 13, ...keys })
}

describe('TextArea', () => {
  it('submits on Enter instead of a new line', () => {
    const onSubmit = vi.fn()
    expect(pressEnter({}, onSubmit)).toBe(false)
    expect(onSubmit).toHaveBeenCalledOnce()
  })

  it.each([
    ['Shift+Enter', { shiftKey: true }],
    ['the Enter that ends a syllable', { isComposing: true }],
    ['the same Enter in Safari', { keyCode: 229 }],
  ])('does not submit on %s', (_name, keys) => {
    const onSubmit = vi.fn()
    expect(pressEnter(keys, onSubmit)).toBe(true)
    expect(onSubmit).not.toHaveBeenCalled()
  })

  it('keeps Enter a new line when there is nothing to submit', () => {
    expect(pressEnter({})).toBe(true)
  })
})
