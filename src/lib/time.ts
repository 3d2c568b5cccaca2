import type { Brand } from './brand.ts'

/** Milliseconds since the epoch. Words for it are made at the edge. */
export type Instant = Brand<number, 'Instant'>
/** A span of time in milliseconds. */
export type Milliseconds = Brand<number, 'Milliseconds'>

export function instant(epochMilliseconds: number): Instant {
  return epochMilliseconds as Instant
}

export function milliseconds(value: number): Milliseconds {
  return value as Milliseconds
}

/** How long from `start` to `end`; never negative, since clocks can be set back. */
export function elapsed(start: Instant, end: Instant): Milliseconds {
  return milliseconds(Math.max(0, end - start))
}
