// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Dialog } from './dialog.tsx'

afterEach(cleanup)

function dialog(open: boolean, onClose = vi.fn()) {
  return (
    <Dialog open={open} title="끝낼까요?" closeLabel="닫기" onClose={onClose}>
      <input type="file" aria-label="파일" />
    </Dialog>
  )
}

describe('Dialog', () => {
  it('is named by its title and holds nothing while closed', () => {
    const { rerender } = render(dialog(false))
    expect(screen.queryByLabelText('파일')).toBeNull()
    rerender(dialog(true))
    expect(screen.getByRole('dialog', { name: '끝낼까요?' }).hasAttribute('open')).toBe(true)
    rerender(dialog(false))
    expect(screen.queryByLabelText('파일')).toBeNull()
  })

  it('asks to be closed by Escape and by its button, and stays until it is', () => {
    const onClose = vi.fn()
    render(dialog(true, onClose))
    const element = screen.getByRole('dialog')
    expect(fireEvent(element, new Event('cancel', { cancelable: true }))).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: '닫기' }))
    expect(onClose).toHaveBeenCalledTimes(2)
    expect(element.hasAttribute('open')).toBe(true)
  })

  it('is not closed by a file picker that was cancelled inside it', () => {
    const onClose = vi.fn()
    render(dialog(true, onClose))
    fireEvent(screen.getByLabelText('파일'), new Event('cancel', { bubbles: true }))
    expect(onClose).not.toHaveBeenCalled()
  })
})
