import type { Result } from '#lib/result.ts'
import type { StorageFailure } from './archive-port.ts'

/** How much is kept of a student's work. */
export interface RecordsMeasure {
  /** Whole banks, conversations, sessions or events. */
  readonly count: number
  /** About: the browser's own bookkeeping is not in it. */
  readonly bytes: number
}

/** The kinds of work that are kept. */
export type WorkKind = 'banks' | 'conversations' | 'quizSessions' | 'reviews'

export type MeasureWork = (kind: WorkKind) => Promise<Result<RecordsMeasure, StorageFailure>>
