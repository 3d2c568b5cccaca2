import type { Brand } from './brand.ts'
import type { Instant } from './time.ts'

/** A day of the student's own calendar, as days since 1 January 1970. */
export type LocalDay = Brand<number, 'LocalDay'>

/** Local time minus UTC in minutes, at an instant: summer and winter differ, and so do the places a student goes to. */
export type Zone = (at: Instant) => number

export const dayMs = 86_400_000
const minuteMs = 60_000

export function asLocalDay(days: number): LocalDay {
  return days as LocalDay
}

export function localDay(at: Instant, zone: Zone): LocalDay {
  return asLocalDay(Math.floor((at + zone(at) * minuteMs) / dayMs))
}
