import type { Instant } from '#lib/time.ts'
import { instant } from '#lib/time.ts'
import type { Clock } from '#platform/clock-port.ts'

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Lets time pass; what was to happen every so often happens. A negative span sets the clock back. */
  pass(milliseconds: number): void
  /** Draws one picture: runs what waited for the next frame. */
  draw(): void
  /** How many actions wait for the next frame. */
  waitingForFrame(): number
}

export function manualClock({ now: start = instant(1_770_000_000_000) }: { readonly now?: Instant } = {}): ManualClock {
  let now: number = start
  const repeated = new Set<{ readonly every: number; next: number; readonly action: () => void }>()
  const frames = new Set<() => void>()
  return {
    now: () => instant(now),
    every(milliseconds, action) {
      const entry = { every: milliseconds, next: now + milliseconds, action }
      repeated.add(entry)
      return () => void repeated.delete(entry)
    },
    nextFrame(action) {
      const entry = (): void => {
        action()
      }
      frames.add(entry)
      return () => void frames.delete(entry)
    },
    pass(milliseconds) {
      now += milliseconds
      for (const entry of repeated) {
        for (; entry.next <= now; entry.next += entry.every) entry.action()
      }
    },
    draw() {
      const due = [...frames]
      frames.clear()
      for (const action of due) action()
    },
    waitingForFrame: () => frames.size,
  }
}
