// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UndoBar } from './undo-bar.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function bar() {
  const onDismiss = vi.fn()
  const onUndo = vi.fn()
  render(<UndoBar message="지웠어요." undoLabel="되돌리기" dismissLabel="닫기" onUndo={onUndo} onDismiss={onDismiss} />)
  return { onDismiss, onUndo }
}
const wait = (ms: number): void => {
  act(() => {
    vi.advanceTimersByTime(ms)
  })
}

describe('UndoBar', () => {
  it('goes after ten seconds', () => {
    const { onDismiss } = bar()
    wait(9_999)
    expect(onDismiss).not.toHaveBeenCalled()
    wait(1)
    expect(onDismiss).toHaveBeenCalledOnce()
  })

  it('stays while the pointer or the focus is on it', () => {
    const { onDismiss } = bar()
    fireEvent.pointerEnter(screen.getByRole('status'))
    fireEvent.focus(screen.getByRole('button', { name: '되돌리기' }))
    wait(60_000)
    fireEvent.pointerLeave(screen.getByRole('status'))
    wait(60_000)
    expect(onDismiss).not.toHaveBeenCalled()
    fireEvent.blur(screen.getByRole('button', { name: '되돌리기' }))
    wait(10_000)
    expect(onDismiss).toHaveBeenCalledOnce()
  })
})
