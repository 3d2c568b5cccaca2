import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { aMock, answered, aSession, aTimedSession } from '#testing/builders/quiz.ts'
import { endSession } from './grading.ts'
import { chooseOption } from './item-work.ts'
import { allowsModel, answeredCount, currentBlock, isFinished, isInBlock, numberOf, showsKeyAtOnce } from './session.ts'
import { nextItem } from './session-time.ts'

describe('a session', () => {
  it('shows keys at once only where the student learns with them', () => {
    expect([aSession(), aTimedSession(), aMock()].map(showsKeyAtOnce)).toEqual([true, false, false])
    expect(showsKeyAtOnce({ mode: 'review' })).toBe(true)
  })

  it('lets a model be asked everywhere but in a mock', () => {
    expect([aSession(), aTimedSession(), aMock()].map(allowsModel)).toEqual([true, true, false])
  })

  it('has its items in blocks', () => {
    const block = currentBlock(aMock())
    expect([0, 1, 2].map((index) => isInBlock(block, index))).toEqual([true, true, false])
  })

  it('counts what has an answer, graded or not', () => {
    const session = nextItem(answered(aSession(), 'B').session, instant(62_000))
    expect([answeredCount(session), answeredCount(chooseOption(session, 'A'))]).toEqual([1, 2])
  })

  it('numbers the items of each block from one', () => {
    expect([0, 1, 2, 3].map((index) => numberOf(aMock(), index))).toEqual([1, 2, 1, 2])
  })

  it('is finished when every item is graded, and ends once', () => {
    let session = aSession()
    for (let index = 0; index < 3; index += 1) {
      expect(isFinished(session)).toBe(false)
      session = nextItem(answered(session, 'C').session, instant(70_000))
    }
    expect(isFinished(session)).toBe(true)
    const newId = () => 'x'
    const ended = endSession(session, { now: instant(80_000), newId }).session
    expect(endSession(ended, { now: instant(90_000), newId }).session.endedAt).toBe(80_000)
  })
})
