import type { Instant } from '#lib/time.ts'

export interface Clock {
  now(): Instant
  /** Runs `action` every `milliseconds` until the returned function is called. */
  every(milliseconds: number, action: () => void): () => void
  /** Runs `action` before the next picture is drawn, or soon where nothing is drawn. Returns how to cancel it. */
  nextFrame(action: () => void): () => void
}
