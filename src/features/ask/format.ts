import type { Language } from '#i18n/language.ts'

/** A span of time as it is said: "0.48 seconds", "1 minute 5 seconds", "12초". */
export function sayDuration(milliseconds: number, language: Language): string {
  const seconds = milliseconds / 1_000
  if (seconds < 10) return unitOf(seconds, 'second', language, seconds < 1 ? 2 : 1)
  const whole = Math.round(seconds)
  if (whole < 60) return unitOf(whole, 'second', language)
  const minutes = unitOf(Math.floor(whole / 60), 'minute', language)
  return whole % 60 === 0 ? minutes : `${minutes} ${unitOf(whole % 60, 'second', language)}`
}

export function sayNumber(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)
}

/** A day, and the time of it: for lists that are read at a glance. */
export function sayTime(epochMilliseconds: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(epochMilliseconds)
}

function unitOf(value: number, unit: 'second' | 'minute', language: Language, digits = 0): string {
  const style = { style: 'unit', unit, unitDisplay: language === 'ko' ? 'long' : 'short' } as const
  return new Intl.NumberFormat(language, { ...style, maximumFractionDigits: digits }).format(value)
}
