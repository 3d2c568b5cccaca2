import { questionKey } from '../quiz/question-states.ts'
import type { Attempt, DiaryEntry, ErrorCause, ReviewEvent } from '../quiz/review-event.ts'
import { grouped } from './grouped.ts'

/** A question in the error diary (오답노트). */
export interface DiaryLine {
  readonly key: string
  /** The last answer to it that was wrong, or that the student wrote about. */
  readonly attempt: Attempt
  readonly cause: ErrorCause | null
  /** What is to be remembered. May be empty. */
  readonly lesson: string
  readonly timesWrong: number
  /** Whether the last answer was right. */
  readonly isMended: boolean
}

/**
 * The error diary: a line for each question that was answered wrong, and for each that the student wrote about, the newest first. What
 * was written about an earlier answer holds until something is written about a later one.
 */
export function errorDiary(events: readonly ReviewEvent[]): readonly DiaryLine[] {
  const written = new Map<string, DiaryEntry>()
  const attempts = new Map<string, Attempt>()
  for (const event of events) {
    if (event.kind === 'diary') written.set(event.attemptId, event)
    if (event.kind === 'attempt') attempts.set(event.id, event)
  }
  return [...grouped([...attempts.values()], ({ bankId, questionId }) => questionKey(bankId, questionId))]
    .flatMap(([key, same]) => lineOf(key, same, written) ?? [])
    .sort((a, b) => b.attempt.at - a.attempt.at)
}

function lineOf(key: string, attempts: readonly Attempt[], written: ReadonlyMap<string, DiaryEntry>): DiaryLine | null {
  const entry = attempts.flatMap(({ id }) => written.get(id) ?? []).at(-1)
  const attempt = attempts.findLast(({ id, correct }) => !correct || !isEmpty(written.get(id)))
  if (attempt === undefined) return null
  return {
    ...{ key, attempt, cause: entry?.cause ?? null, lesson: entry?.lesson ?? '' },
    timesWrong: attempts.filter(({ correct }) => !correct).length,
    isMended: attempts.at(-1)?.correct ?? false,
  }
}

function isEmpty(entry: DiaryEntry | undefined): boolean {
  return entry === undefined || (entry.cause === null && entry.lesson === '')
}
