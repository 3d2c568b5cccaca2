import type { Instant } from '#lib/time.ts'

/**
 * What a page could not keep in time before it went. A shelf needs a moment for every write, and a page that is closed
 * or reloaded has none: what waits then is put down at once, and the next page takes it up and keeps it.
 */
export interface Leftovers<T> {
  /** Puts down what waits to be kept, in the place of what this page put down before. Never fails: it is a last attempt. */
  putDown(values: readonly T[]): void
  /** What pages before this one put down, oldest first; what cannot be read stays where it is. */
  takeUp(): readonly Leftover<T>[]
  /** Forgets what was put down by this page or taken up by it: all of it is kept now. */
  clear(): void
}

export interface Leftover<T> {
  readonly value: T
  readonly savedAt: Instant
}
