import type { Instant, Milliseconds } from '#lib/time.ts'
import { elapsed, milliseconds } from '#lib/time.ts'
import type { Ending } from './ending.ts'
import { canContinue } from './ending.ts'
import type { Provenance } from './provenance.ts'
import { isInThought } from './thought.ts'
import type { AnswerUsage } from './usage.ts'
import { addUsage } from './usage.ts'

/** One try of a model at a question. Asking again makes another and keeps this one. */
export interface Attempt {
  /** Null until a model began. */
  readonly provenance: Provenance | null
  /** As the model wrote it, the tags of its reasoning included. */
  readonly text: string
  /** How many earlier questions, the oldest first, were left out because they did not fit the context window. */
  readonly leftOut: number
  /** How long the model reasoned, pauses left out; null where it did not, or has not finished. */
  readonly thoughtMs: Milliseconds | null
  readonly answer: Answer
}

/** Where an answer is. On disk every answer has `ended`: see `keepable`. */
export type Answer =
  /** The model has not begun. `spent` is the cost of the text so far, where an answer is being continued. */
  | { readonly status: 'waiting'; readonly spent: AnswerUsage | null }
  /** `heardAt`: when the first piece of this go came. */
  | { readonly status: 'streaming'; readonly spent: AnswerUsage | null; readonly heardAt: Instant | null }
  | { readonly status: 'ended'; readonly ending: Ending; readonly usage: AnswerUsage | null }

export const freshAttempt: Attempt = {
  provenance: null,
  text: '',
  leftOut: 0,
  thoughtMs: null,
  answer: { status: 'waiting', spent: null },
}

export function isMovingAttempt({ answer }: Attempt): boolean {
  return answer.status !== 'ended'
}

/** Whether the model that would answer now can go on with this attempt: an answer has one author. */
export function canContinueWith(attempt: Attempt, model: { readonly id: string; readonly version: string }): boolean {
  const { answer, provenance, text } = attempt
  if (answer.status !== 'ended' || provenance === null || text === '') return false
  return canContinue(answer.ending) && provenance.modelId === model.id && provenance.modelVersion === model.version
}

/** The model begins to read the prompt. */
export function begin(attempt: Attempt, provenance: Provenance): Attempt {
  if (attempt.answer.status === 'ended') return attempt
  return { ...attempt, provenance, answer: { status: 'streaming', spent: attempt.answer.spent, heardAt: null } }
}

export function hear(attempt: Attempt, piece: string, now: Instant): Attempt {
  if (attempt.answer.status === 'ended' || piece === '') return attempt
  const { spent } = attempt.answer
  const heardAt = (attempt.answer.status === 'streaming' ? attempt.answer.heardAt : null) ?? now
  const text = attempt.text + piece
  const closed = isInThought(text) ? null : thoughtUntil(attempt, heardAt, now)
  const thoughtMs = closed ?? attempt.thoughtMs
  return { ...attempt, text, thoughtMs, answer: { status: 'streaming', spent, heardAt } }
}

export function end(attempt: Attempt, ending: Ending, usage: AnswerUsage | null, now: Instant): Attempt {
  if (attempt.answer.status === 'ended') return attempt
  const heardAt = attempt.answer.status === 'streaming' ? attempt.answer.heardAt : null
  const thoughtMs = (heardAt === null ? null : thoughtUntil(attempt, heardAt, now)) ?? attempt.thoughtMs
  return { ...attempt, thoughtMs, answer: { status: 'ended', ending, usage: addUsage(attempt.answer.spent, usage) } }
}

/** Opens an attempt that ended, to be written on from its last word. */
export function reopen(attempt: Attempt): Attempt {
  if (attempt.answer.status !== 'ended') return attempt
  return { ...attempt, answer: { status: 'waiting', spent: attempt.answer.usage } }
}

/** How long the model has reasoned when a thought that was open ends now; null where none was open. */
function thoughtUntil({ text, thoughtMs }: Attempt, heardAt: Instant, now: Instant): Milliseconds | null {
  if (!isInThought(text)) return null
  return milliseconds((thoughtMs ?? 0) + elapsed(heardAt, now))
}
