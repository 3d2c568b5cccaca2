import type { Instant, Milliseconds } from '#lib/time.ts'
import type { Ending } from '../conversation/ending.ts'
import type { Provenance } from '../conversation/provenance.ts'
import type { OptionLabel } from '../question-bank/question.ts'
import type { RecallGrade } from './recall-grade.ts'
import type { Confidence } from './session.ts'

/** What happened, once and for all: the log of these is what every statistic and every schedule is folded from. */
export type ReviewEvent = Attempt | ModelAnswer | FlagChange | Regrade | DiaryEntry

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
  /** Null where none was asked for. */
  readonly confidence: Confidence | null
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

/** A student flagged a question, to find it again, or took the flag away. */
export interface FlagChange {
  readonly kind: 'flag'
  readonly id: string
  readonly at: Instant
  readonly bankId: string
  readonly questionId: string
  readonly isFlagged: boolean
}

/** A student set the grade of an attempt's recall by hand. The last one counts. */
export interface Regrade {
  readonly kind: 'regrade'
  readonly id: string
  readonly at: Instant
  readonly attemptId: string
  readonly grade: RecallGrade
}

/** Why an answer was wrong, in the student's own judgement. */
export const errorCauses = ['knowledgeGap', 'misread', 'reasoning', 'timing', 'guess'] as const
export type ErrorCause = (typeof errorCauses)[number]

/** A line of the error diary (오답노트). The last one about an attempt counts; an empty lesson with no cause takes it back. */
export interface DiaryEntry {
  readonly kind: 'diary'
  readonly id: string
  readonly at: Instant
  readonly attemptId: string
  readonly cause: ErrorCause | null
  /** What is to be remembered, in a line. May be empty. */
  readonly lesson: string
}
