import type { Instant } from '#lib/time.ts'

/** Local time minus UTC in minutes, at an instant, where this machine says it is. */
export function browserZone(at: Instant): number {
  return -new Date(at).getTimezoneOffset()
}
