import type { Language } from './language.ts'

/** The English of the app is British: dates and units are written that way. */
const locales: Readonly<Record<Language, string>> = { ko: 'ko-KR', en: 'en-GB' }

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A size in the largest unit that leaves at least 1, in powers of 1,000 as disks are sold: "2.4 MB". */
export function formatBytes(bytes: number, language: Language): string {
  const power = bytes < 1000 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log10(bytes) / 3))
  return formatUnit(bytes / 1000 ** power, byteUnits[power] ?? 'byte', language, power < 2 ? 0 : 1)
}

export function formatNumber(value: number, language: Language, maximumFractionDigits = 0): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits }).format(value)
}

/** A large count as people say it: "3.8 million", "384만". */
export function formatCompact(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], {
    notation: 'compact',
    compactDisplay: 'long',
    maximumSignificantDigits: language === 'ko' ? 3 : 2,
  }).format(value)
}

/** A span of time as it is said: "0.48 secs", "1 min 5 secs", "12초". */
export function formatDuration(milliseconds: number, language: Language): string {
  const seconds = milliseconds / 1_000
  if (seconds < 10) return formatUnit(seconds, 'second', language, seconds < 1 ? 2 : 1)
  const whole = Math.round(seconds)
  if (whole < 60) return formatUnit(whole, 'second', language)
  const minutes = formatUnit(Math.floor(whole / 60), 'minute', language)
  return whole % 60 === 0 ? minutes : `${minutes} ${formatUnit(whole % 60, 'second', language)}`
}

/** A day and the time of it, for lists that are read at a glance. */
export function formatTime(epochMilliseconds: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short' }).format(
    epochMilliseconds,
  )
}

/** A day of the calendar, from its first instant in UTC: "5 Mar", "3월 5일". */
export function formatDay(utcMidnight: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    utcMidnight,
  )
}

/** Units whose short form is Latin in Korean, though nobody writes it so. */
const writtenOut = ['second', 'minute', 'byte']

function formatUnit(value: number, unit: string, language: Language, maximumFractionDigits = 0): string {
  const unitDisplay = language === 'ko' && writtenOut.includes(unit) ? 'long' : 'short'
  return new Intl.NumberFormat(locales[language], { style: 'unit', unit, unitDisplay, maximumFractionDigits }).format(
    value,
  )
}
