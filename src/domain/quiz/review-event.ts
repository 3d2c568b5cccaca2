import type { Instant, Milliseconds } from '#lib/time.ts'
import type { Ending } from '../conversation/ending.ts'
import type { Provenance } from '../conversation/provenance.ts'
import type { OptionLabel } from '../question-bank/question.ts'
import type { Confidence } from './session.ts'

/** What happened, once and for all: the log of these is what every statistic and every schedule is folded from. */
export type ReviewEvent = Attempt | ModelAnswer

/** A student committed to an option and was graded. `answers` is the key as it was then. */
export interface Attempt {
  readonly kind: 'attempt'
  readonly id: string
  readonly at: Instant
  readonly bankId: string
  readonly questionId: string
  readonly sessionId: string
  readonly choice: OptionLabel
  readonly answers: readonly OptionLabel[]
  readonly correct: boolean
  readonly confidence: Confidence
  readonly tookMs: Milliseconds
}

/** A model was asked about a question after an attempt. `label` is the option that it named, if any. */
export interface ModelAnswer {
  readonly kind: 'modelAnswer'
  readonly id: string
  readonly at: Instant
  readonly attemptId: string
  readonly questionId: string
  readonly bankId: string
  readonly label: OptionLabel | null
  readonly ending: Ending['kind']
  /** All that it wrote, tags of the reasoning included. */
  readonly text: string
  readonly provenance: Provenance
}
