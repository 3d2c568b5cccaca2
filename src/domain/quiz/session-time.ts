import type { Instant, Milliseconds } from '#lib/time.ts'
import { milliseconds } from '#lib/time.ts'
import type { Block, QuizSession } from './session.ts'
import { currentBlock, currentItem, isInBlock, showsKeyAtOnce, withBlock, withItem } from './session.ts'

/**
 * The longest stretch between two ticks that counts as looked at. A page that is open ticks every second, one in the
 * background at least every minute; what is longer was sleep, a stopped page or a clock that was set, and is nobody's time.
 */
export const longestTick = milliseconds(90_000)

/**
 * Counts the time since the last tick for the current item, while it is open, and for its block. A clock that was set back or far
 * forward adds nothing. While the session rests, nothing happens.
 */
export function tick(session: QuizSession, now: Instant): QuizSession {
  if (session.tickedAt === null || now === session.tickedAt) return session
  const gap = now - session.tickedAt
  const counted = gap > 0 && gap <= longestTick ? gap : 0
  const item = currentItem(session)
  const block = currentBlock(session)
  const timed =
    item.kind === 'open' ? withItem(session, session.current, { ...item, spent: sum(item.spent, counted) }) : session
  return { ...withBlock(timed, { ...block, used: sum(block.used, counted) }), tickedAt: now }
}

/** The session is not looked at any more, or paused: its time stops. */
export function pauseSession(session: QuizSession, now: Instant): QuizSession {
  return session.tickedAt === null ? session : { ...tick(session, now), tickedAt: null }
}

/** The session is looked at again, and its time goes on. One that has ended has none. */
export function resumeSession(session: QuizSession, now: Instant): QuizSession {
  return isResting(session) ? { ...session, tickedAt: now } : session
}

/** A session whose keys are shown at once goes on when it is looked at; a timed one waits until its student says so. */
export function lookBack(session: QuizSession, now: Instant): QuizSession {
  return showsKeyAtOnce(session) ? resumeSession(session, now) : session
}

/** Whether a session that can be gone on with waits for its student: paused, put aside, or before a block. */
export function isResting({ tickedAt, endedAt }: QuizSession): boolean {
  return tickedAt === null && endedAt === null
}

/** What is left of a block's time, never below zero; null where it is not limited. */
export function timeLeft({ allowed, used }: Block): Milliseconds | null {
  return allowed === null ? null : milliseconds(Math.max(0, allowed - used))
}

export function isTimeUp(block: Block): boolean {
  return timeLeft(block) === 0
}

/** Gives the current block more time, or with null all the time there is. */
export function lengthen(session: QuizSession, by: Milliseconds | null): QuizSession {
  const block = currentBlock(session)
  if (block.allowed === null || block.isHandedIn) return session
  return withBlock(session, { ...block, allowed: by === null ? null : sum(block.allowed, by) })
}

/** Turns to an item of the current block, or in an ended session to any; elsewhere nothing happens. */
export function goTo(session: QuizSession, index: number, now: Instant): QuizSession {
  if (index === session.current || session.items[index] === undefined) return session
  if (session.endedAt === null && !isInBlock(currentBlock(session), index)) return session
  return { ...tick(session, now), current: index }
}

export function nextItem(session: QuizSession, now: Instant): QuizSession {
  return goTo(session, session.current + 1, now)
}

export function previousItem(session: QuizSession, now: Instant): QuizSession {
  return goTo(session, session.current - 1, now)
}

function sum(span: Milliseconds, more: number): Milliseconds {
  return milliseconds(span + more)
}
