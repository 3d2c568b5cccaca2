import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import {
  aMock,
  anAttempt,
  anExplanation,
  answered,
  aSession,
  aTimedSession,
  idsInARow,
  workOf,
} from '#testing/builders/quiz.ts'
import {
  endSession,
  explainItem,
  giveUp,
  gradeItem,
  handIn,
  hasAttempt,
  isHalfHandedIn,
  unloggedAttempts,
  withLoggedAttempts,
} from './grading.ts'
import { chooseOption, setConfidence } from './item-work.ts'
import type { QuizSession } from './session.ts'
import { goTo, isResting } from './session-time.ts'

const later = (ms: number) => ({ now: instant(ms), newId: idsInARow() })
const kinds = (session: QuizSession) => session.items.map(({ kind }) => kind)

describe('grading an item', () => {
  it('goes by the key', () => {
    expect(answered(aSession(), 'C').attempt).toMatchObject({ correct: true, choice: 'C', answers: ['C'] })
    expect(answered(aSession(), 'B').attempt).toMatchObject({ correct: false, questionId: 'q1', sessionId: 's1' })
  })

  it('wants a choice and a confidence first', () => {
    const session = aSession()
    expect(gradeItem(session, later(9))).toEqual({ ok: false, failure: 'noChoice' })
    expect(gradeItem(chooseOption(session, 'A'), later(9))).toEqual({ ok: false, failure: 'noConfidence' })
    expect(gradeItem(setConfidence(session, 'certain'), later(9))).toEqual({ ok: false, failure: 'noChoice' })
  })

  it('happens once', () => {
    const { session } = answered(aSession(), 'C')
    expect(gradeItem(session, later(99_000))).toEqual({ ok: false, failure: 'alreadyGraded' })
  })

  it('waits for the whole block where that is handed in', () => {
    expect(gradeItem(chooseOption(aTimedSession(), 'C'), later(9))).toEqual({ ok: false, failure: 'withItsBlock' })
  })

  it('takes the time it was on screen', () => {
    expect(answered(aSession(), 'C', 'mostly', instant(16_000)).attempt.tookMs).toBe(15_000)
  })
})

describe('handing a block in', () => {
  it('grades what has an answer, with or without a confidence, and leaves the rest unanswered', () => {
    let session = setConfidence(chooseOption(aTimedSession(), 'C'), 'certain')
    session = chooseOption(goTo(session, 2, instant(2_000)), 'A')
    const { session: ended, attempts } = handIn(session, later(3_000))
    expect(kinds(ended)).toEqual(['graded', 'unanswered', 'graded'])
    expect(attempts).toMatchObject([
      { id: 'a1', correct: true, confidence: 'certain' },
      { id: 'a2', correct: false, confidence: null },
    ])
    expect(ended).toMatchObject({ endedAt: 3_000, tickedAt: null, blocks: [{ isHandedIn: true }], undo: [] })
  })

  it('turns to the next block, which waits to be begun', () => {
    const { session, attempts } = handIn(chooseOption(aMock(), 'C'), later(2_000))
    expect(kinds(session)).toEqual(['graded', 'unanswered', 'open', 'open'])
    expect([session.block, session.current, isResting(session)]).toEqual([1, 2, true])
    expect(attempts).toHaveLength(1)
    expect(handIn(session, later(9_000)).session).toMatchObject({ endedAt: 9_000 })
  })

  it('commits nobody to what was chosen but not graded, where keys are shown at once', () => {
    const { session, attempts } = endSession(chooseOption(aSession(), 'C'), later(2_000))
    expect(kinds(session)).toEqual(['unanswered', 'unanswered', 'unanswered'])
    expect(attempts).toEqual([])
    expect(workOf(session, 0).choice).toBe('C')
  })

  it('can be done for all blocks at once', () => {
    const { session, attempts } = endSession(chooseOption(aMock(), 'C'), later(2_000))
    expect(session.blocks.every(({ isHandedIn }) => isHandedIn)).toBe(true)
    expect([session.endedAt, attempts.length]).toEqual([2_000, 1])
    expect(handIn(session, later(9_000))).toEqual({ session, attempts: [] })
  })
})

describe('giving up', () => {
  it('keeps what was graded, and grades nothing more', () => {
    const first = handIn(chooseOption(aMock(), 'C'), later(2_000)).session
    const left = giveUp(chooseOption(first, 'C'), instant(3_000))
    expect(kinds(left)).toEqual(['graded', 'unanswered', 'unanswered', 'unanswered'])
    expect(left).toMatchObject({ endedAt: 3_000, blocks: [{ isHandedIn: true }, { isHandedIn: true }], undo: [] })
    expect(giveUp(left, instant(9_000))).toBe(left)
  })
})

describe('what a model said', () => {
  it('is kept with the graded item, and nowhere else', () => {
    const { session } = answered(aSession(), 'C')
    const explained = explainItem(session, 'a1', anExplanation())
    expect(explained.items[0]).toMatchObject({ explanation: { ending: { kind: 'complete' } } })
    expect(explainItem(session, 'other', anExplanation())).toBe(session)
    expect([hasAttempt(session, 'a1'), hasAttempt(session, 'other')]).toEqual([true, false])
  })
})

describe('session and log', () => {
  it('are made whole from an attempt that only the log has', () => {
    const attempt = anAttempt({ sessionId: 's1', questionId: 'q2', choice: 'B', correct: false })
    const known = withLoggedAttempts(aSession(), [attempt, anAttempt({ sessionId: 'other' })])
    expect(kinds(known)).toEqual(['open', 'graded', 'open'])
    expect(known.items[1]).toMatchObject({ attemptId: 'a1', choice: 'B', correct: false })
    expect(withLoggedAttempts(known, [attempt])).toEqual(known)
    expect(isHalfHandedIn(known)).toBe(false)
  })

  it('are made whole from an attempt that only the session has', () => {
    const { session, attempt } = answered(aSession(), 'B')
    expect(unloggedAttempts(session, new Set())).toEqual([attempt])
    expect(unloggedAttempts(session, new Set(['a1']))).toEqual([])
  })

  it('tell that a block was being handed in', () => {
    const mock = chooseOption(goTo(chooseOption(aMock(), 'C'), 1, instant(2_000)), 'C')
    const { session, attempts } = handIn(mock, later(3_000))
    const known = withLoggedAttempts(mock, attempts.slice(0, 1))
    expect([isHalfHandedIn(mock), isHalfHandedIn(known), isHalfHandedIn(session)]).toEqual([false, true, false])
    const again = handIn(known, { now: instant(4_000), newId: idsInARow('b') })
    expect(kinds(again.session)).toEqual(['graded', 'graded', 'open', 'open'])
    expect(again.attempts).toMatchObject([{ questionId: 'law2' }])
  })
})
