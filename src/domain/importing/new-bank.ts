import type { Instant } from '#lib/time.ts'
import type { Zone } from '#lib/local-day.ts'
import { dayMs, localDay } from '#lib/local-day.ts'
import type { BankHead } from '../question-bank/kept-bank.ts'
import type { CalendarDay } from '../question-bank/question.ts'
import type { BankAbout } from './look.ts'

export interface NewBankParts {
  readonly names: { readonly title: string; readonly licence: string; readonly author: string }
  readonly about: BankAbout | null
  readonly fileName: string
  readonly count: number
  readonly now: Instant
  readonly zone: Zone
  /** For a bank that has no id of its own. */
  readonly id: string
}

/** What stands for an author or a licence that nobody named: a bank has to have both. */
export const unknownAuthor = '—'
export const unknownLicence = 'LicenseRef-unknown'

/** A bank as it is kept, from what its file says of itself and what the student says of it. */
export function newBankOf({
  names,
  about,
  fileName,
  count,
  now,
  zone,
  id,
}: NewBankParts): Omit<BankHead, 'key' | 'state' | 'since' | 'importedAt'> {
  const title = names.title.trim() === '' ? fileName : names.title.trim()
  const isOwnTitle = about !== null && (title === about.title.ko || title === about.title.en)
  return {
    id: about?.id ?? id,
    title: isOwnTitle ? about.title : { ko: title, en: title },
    licence: names.licence.trim() === '' ? unknownLicence : names.licence.trim(),
    author: names.author.trim() === '' ? unknownAuthor : names.author.trim(),
    createdAt: about?.createdAt ?? calendarDay(now, zone),
    notice: about?.notice ?? null,
    ...{ fileName, count },
  }
}

/** The student's own day: in Seoul it is nine hours ahead of the clock's. */
function calendarDay(now: Instant, zone: Zone): CalendarDay {
  return new Date(localDay(now, zone) * dayMs).toISOString().slice(0, 10) as CalendarDay
}
