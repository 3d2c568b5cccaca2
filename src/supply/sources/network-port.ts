import type { Instant } from '#lib/time.ts'

/** The world outside as far as fetching needs it, so that tests neither wait nor leave their machine. */
export interface Network {
  /** The platform's `fetch`. */
  request(url: string, init: RequestInit): Promise<Response>
  now(): Instant
  /** Runs `action` once after so many milliseconds, never at once. Returns how to cancel it. */
  after(milliseconds: number, action: () => void): () => void
  /** From 0 up to, but never, 1: chance for the waits between tries. */
  random(): number
  /** What the browser believes; it may be wrong in both directions. */
  isOnline(): boolean
  /** Runs `action` when the machine comes online the next time. Returns how to cancel it. */
  onOnline(action: () => void): () => void
}
