import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { aMock, answered, aSession, aTimedSession, idsInARow, workOf } from '#testing/builders/quiz.ts'
import type { OptionLabel } from '../question-bank/question.ts'
import { optionLabels } from '../question-bank/question.ts'
import { handIn } from './grading.ts'
import {
  chooseOption,
  highlight,
  longestNote,
  setConfidence,
  strikeOption,
  toggleFlag,
  undoLast,
  writeNote,
} from './item-work.ts'
import { currentItem } from './session.ts'
import { nextItem } from './session-time.ts'

describe('working on an item', () => {
  it('takes a struck option back when it is chosen, and a choice when it is struck', () => {
    const struck = strikeOption(aSession(), 'B')
    expect(workOf(chooseOption(struck, 'B'))).toMatchObject({ choice: 'B', struck: [] })
    expect(workOf(strikeOption(chooseOption(struck, 'A'), 'A'))).toMatchObject({ choice: null, struck: ['B', 'A'] })
    expect(workOf(strikeOption(struck, 'B'))).toMatchObject({ struck: [] })
  })

  it('knows no option that the question does not have', () => {
    expect(workOf(strikeOption(chooseOption(aSession(), 'J'), 'F'))).toMatchObject({ choice: null, struck: [] })
  })

  it('changes nothing that is so already', () => {
    const session = writeNote(setConfidence(chooseOption(aSession(), 'B'), 'guess'), 'x')
    expect(chooseOption(session, 'B')).toBe(session)
    expect(setConfidence(session, 'guess')).toBe(session)
    expect(writeNote(session, 'x')).toBe(session)
    expect(highlight(session, { start: 5, end: 5 })).toBe(session)
  })

  it('lets nobody change the answer to what was graded', () => {
    const { session } = answered(aSession(), 'B')
    for (const changed of [chooseOption(session, 'C'), strikeOption(session, 'A'), setConfidence(session, 'guess')]) {
      expect(changed).toBe(session)
    }
  })

  it('flags, marks and annotates what was graded, too', () => {
    const { session } = answered(aSession(), 'B')
    const marked = writeNote(highlight(toggleFlag(session), { start: 2, end: 9 }), 'look again')
    expect(workOf(marked)).toMatchObject({ isFlagged: true, highlights: [{ start: 2, end: 9 }], note: 'look again' })
    expect(currentItem(marked)).toMatchObject({ kind: 'graded', choice: 'B' })
  })

  it('cuts a note that is far too long', () => {
    expect(workOf(writeNote(aSession(), 'x'.repeat(longestNote + 1))).note).toHaveLength(longestNote)
  })

  it('never chooses what is struck, whatever a student does', () => {
    const deed = fc.tuple(fc.constantFrom(chooseOption, strikeOption), fc.constantFrom(...optionLabels.slice(0, 6)))
    fc.assert(
      fc.property(
        fc.array(deed, { maxLength: 40 }),
        (deeds: readonly (readonly [typeof chooseOption, OptionLabel])[]) => {
          const { choice, struck } = workOf(deeds.reduce((known, [verb, label]) => verb(known, label), aSession()))
          expect(choice === null || !struck.includes(choice)).toBe(true)
        },
      ),
    )
  })
})

describe('taking changes back', () => {
  it('goes back step by step, to the items that were changed', () => {
    let session = chooseOption(chooseOption(aTimedSession(), 'A'), 'B')
    session = toggleFlag(nextItem(session, instant(2_000)))
    const once = undoLast(session)
    expect([once.current, workOf(once, 1).isFlagged]).toEqual([1, false])
    const twice = undoLast(once)
    expect([twice.current, workOf(twice, 0).choice]).toEqual([0, 'A'])
    expect(workOf(undoLast(twice), 0).choice).toBeNull()
    expect(undoLast(undoLast(undoLast(twice)))).toEqual(undoLast(twice))
  })

  it('takes what was written in one go back as one change', () => {
    const written = ['f', 'fe', 'fever'].reduce(writeNote, chooseOption(aSession(), 'A'))
    expect(workOf(undoLast(written))).toMatchObject({ note: '', choice: 'A' })
    const goneOn = writeNote(chooseOption(written, 'B'), 'fever?')
    expect(workOf(undoLast(goneOn)).note).toBe('fever')
  })

  it('leaves what was graded meanwhile as it is', () => {
    const { session } = answered(aSession(), 'B')
    expect(undoLast(session)).toEqual({ ...session, undo: [] })
  })

  it('does not reach into a block that was handed in', () => {
    const { session } = handIn(chooseOption(aMock(), 'A'), { now: instant(2_000), newId: idsInARow() })
    expect(undoLast(session)).toBe(session)
  })

  it('remembers a bounded number of changes', () => {
    const session = Array.from({ length: 120 }).reduce<ReturnType<typeof aSession>>(toggleFlag, aSession())
    expect(session.undo).toHaveLength(50)
  })
})
