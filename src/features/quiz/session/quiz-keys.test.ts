// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { isFreeLetter, quizKey } from './quiz-keys.ts'

const pressed = (key: string, optionCount = 5, init: KeyboardEventInit = {}) =>
  quizKey(new KeyboardEvent('keydown', { key, ...init }), optionCount)

describe('a key on the page of a question', () => {
  it.each([
    ['b', { kind: 'choose', label: 'B' }],
    ['3', { kind: 'rate', confidence: 'mostly' }],
    ['5', null],
    ['f', { kind: 'flag' }],
    ['h', { kind: 'highlight' }],
    ['n', { kind: 'next' }],
    ['Enter', { kind: 'commit' }],
    ['x', null],
  ])('%s', (key, meant) => {
    expect(pressed(key)).toEqual(meant)
  })

  it('is an option before it is a command, where a question has so many', () => {
    expect(pressed('f', 6)).toEqual({ kind: 'choose', label: 'F' })
    expect(pressed('F', 6, { shiftKey: true })).toEqual({ kind: 'strike', label: 'F' })
    expect(pressed('n', 15)).toEqual({ kind: 'choose', label: 'N' })
    expect([isFreeLetter('F', 5), isFreeLetter('F', 6), isFreeLetter('N', 13), isFreeLetter('N', 14)]).toEqual([
      ...[true, false, true, false],
    ])
  })

  it('with Control or Command takes a change back, or is the browser’s', () => {
    expect(pressed('z', 5, { ctrlKey: true })).toEqual({ kind: 'undo' })
    expect(pressed('ㅋ', 5, { metaKey: true, code: 'KeyZ' })).toEqual({ kind: 'undo' })
    expect(pressed('z', 5, { ctrlKey: true, shiftKey: true })).toBeNull()
    expect(pressed('b', 5, { ctrlKey: true })).toBeNull()
  })
})
