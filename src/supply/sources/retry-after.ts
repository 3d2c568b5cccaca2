import type { Instant } from '#lib/time.ts'

/** Seconds to wait by a `Retry-After` header (RFC 9110, 10.2.3): a count of seconds, or a date. Null where it says nothing. */
export function retryAfterSeconds(header: string | null, now: Instant): number | null {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  if (!/^[A-Za-z]{3,9},? .*\d/.test(text)) return null
  const date = Date.parse(text)
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000))
}
