import { describe, expect, it } from 'vitest'
import { instant, milliseconds } from '#lib/time.ts'
import { aMock, answered, aSession, aTimedSession, idsInARow } from '#testing/builders/quiz.ts'
import { handIn } from './grading.ts'
import { currentBlock } from './session.ts'
import {
  goTo,
  isResting,
  isTimeUp,
  lengthen,
  longestTick,
  lookBack,
  nextItem,
  pauseSession,
  previousItem,
  resumeSession,
  tick,
  timeLeft,
} from './session-time.ts'

const at = (seconds: number) => instant(seconds * 1_000)
const spent = (session: ReturnType<typeof aSession>) => session.items.map((item) => item.spent / 1_000)

describe('time', () => {
  it('counts for an item while it is shown, and for its block', () => {
    let session = aTimedSession() // shown at 1 s
    session = nextItem(session, at(11))
    session = previousItem(session, at(41))
    session = tick(session, at(46))
    expect(spent(session)).toEqual([15, 30, 0])
    expect(currentBlock(session).used).toBe(45_000)
  })

  it('counts for a block but not for an item once that is graded', () => {
    const { session } = answered(aSession(), 'C', 'mostly', at(11))
    const later = tick(session, at(31))
    expect(spent(later)).toEqual([10, 0, 0])
    expect(currentBlock(later).used).toBe(30_000)
  })

  it('rests between pausing and going on', () => {
    const left = pauseSession(aSession(), at(11))
    expect(isResting(left)).toBe(true)
    expect(tick(left, at(60))).toBe(left)
    expect(pauseSession(left, at(60))).toBe(left)
    const back = tick(resumeSession(left, at(9_000)), at(9_005))
    expect(spent(back)).toEqual([15, 0, 0])
  })

  it('is nobody’s when the clock was set back or jumped far forward', () => {
    const back = tick(aSession(), instant(0))
    expect(spent(back)).toEqual([0, 0, 0])
    expect(spent(tick(back, at(2)))).toEqual([2, 0, 0])
    expect(spent(tick(aSession(), instant(1_000 + longestTick)))).toEqual([90, 0, 0])
    expect(spent(tick(aSession(), instant(1_001 + longestTick)))).toEqual([0, 0, 0])
  })

  it('is up when a block has used what it was allowed', () => {
    const block = currentBlock(aTimedSession())
    const after = (used: number) => ({ ...block, used: milliseconds(used) })
    expect([timeLeft(after(599_999)), isTimeUp(after(599_999))]).toEqual([1, false])
    expect([timeLeft(after(700_000)), isTimeUp(after(700_000))]).toEqual([0, true])
    expect([timeLeft({ ...block, allowed: null }), isTimeUp({ ...block, allowed: null })]).toEqual([null, false])
  })

  it('can be lengthened, or its limit lifted', () => {
    const session = aTimedSession()
    expect(currentBlock(lengthen(session, milliseconds(300_000))).allowed).toBe(900_000)
    const endless = lengthen(session, null)
    expect(currentBlock(endless).allowed).toBeNull()
    expect(lengthen(endless, milliseconds(300_000))).toBe(endless)
  })
})

describe('looking at a session again', () => {
  it('lets it go on where keys are shown at once; a timed one waits', () => {
    expect(isResting(lookBack(pauseSession(aSession(), at(2)), at(9)))).toBe(false)
    expect(isResting(lookBack(pauseSession(aTimedSession(), at(2)), at(9)))).toBe(true)
  })

  it('wakes none that has ended', () => {
    const ended = { ...pauseSession(aSession(), at(2)), endedAt: at(3) }
    expect(resumeSession(ended, at(9))).toBe(ended)
    expect(isResting(ended)).toBe(false)
  })
})

describe('turning to an item', () => {
  it('stays where it is at the ends', () => {
    const session = aSession()
    expect(previousItem(session, at(2))).toBe(session)
    expect(goTo(session, 3, at(2))).toBe(session)
  })

  it('stays inside the block that is worked on, until the session has ended', () => {
    const first = aMock()
    expect(goTo(first, 2, at(2))).toBe(first)
    const second = handIn(first, { now: at(2), newId: idsInARow() }).session
    expect(second.current).toBe(2)
    expect(previousItem(second, at(3))).toBe(second)
    const ended = handIn(second, { now: at(3), newId: idsInARow() }).session
    expect(goTo(ended, 0, at(4)).current).toBe(0)
  })
})
