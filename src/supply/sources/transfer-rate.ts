import type { Instant } from '#lib/time.ts'

/** Bytes of the last seconds, for the speed and the time that is left. A value: every change is a new one. */
export interface TransferRate {
  readonly begun: Instant
  /** Oldest first; bytes of one step are added up. */
  readonly steps: readonly { readonly at: Instant; readonly bytes: number }[]
}

/** Seconds that are looked back. */
const windowSeconds = 15

/** Bytes within so many seconds are one step, so that a fast transfer stays small here. */
const stepSeconds = 0.5

/** Nothing is said before: the first packets say little. */
const shortestSeconds = 1

export function startRate(now: Instant): TransferRate {
  return { begun: now, steps: [] }
}

export function addBytes(rate: TransferRate, now: Instant, bytes: number): TransferRate {
  const last = rate.steps.at(-1)
  if (last !== undefined && now - last.at < stepSeconds * 1000) {
    return { ...rate, steps: [...rate.steps.slice(0, -1), { at: last.at, bytes: last.bytes + bytes }] }
  }
  return { ...rate, steps: [...recent(rate, now), { at: now, bytes }] }
}

/** The mean over the last 15 seconds, or since the start where that is shorter; null before a second has passed. */
export function bytesPerSecond(rate: TransferRate, now: Instant): number | null {
  const seconds = Math.min(windowSeconds, (now - rate.begun) / 1000)
  if (seconds < shortestSeconds) return null
  return recent(rate, now).reduce((sum, { bytes }) => sum + bytes, 0) / seconds
}

/** Null where nothing can be said: at the very start, and while nothing arrives. */
export function secondsLeft(rate: TransferRate, now: Instant, bytesLeft: number): number | null {
  if (bytesLeft <= 0) return 0
  const speed = bytesPerSecond(rate, now)
  return speed === null || speed === 0 ? null : bytesLeft / speed
}

function recent({ steps }: TransferRate, now: Instant): TransferRate['steps'] {
  return steps.filter(({ at }) => now - at < windowSeconds * 1000)
}
