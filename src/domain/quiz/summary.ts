import type { Milliseconds } from '#lib/time.ts'
import { milliseconds } from '#lib/time.ts'
import type { QuestionKind } from '../question-bank/question.ts'
import { questionKinds } from '../question-bank/question.ts'
import type { Confidence, GradedItem, QuizSession } from './session.ts'
import { confidences } from './session.ts'
import type { Interval } from './wilson-interval.ts'
import { wilsonInterval } from './wilson-interval.ts'

/** How many of how many. */
export interface Tally {
  readonly right: number
  readonly answered: number
}

/** What a session shows, from its graded items alone. Groups without an answer are left out. */
export interface QuizSummary {
  readonly score: Tally
  /** 95 %; null when nothing was answered. */
  readonly interval: Interval | null
  readonly unanswered: number
  readonly byKind: readonly { readonly kind: QuestionKind; readonly tally: Tally }[]
  readonly byConfidence: readonly { readonly confidence: Confidence; readonly tally: Tally }[]
  /** Indices of the items that were answered wrong with certainty: the most worth looking at again. */
  readonly wrongAndCertain: readonly number[]
  readonly medianTook: Milliseconds | null
}

export function summarise(session: QuizSession): QuizSummary {
  const graded = session.items.filter((item) => item.kind === 'graded')
  const score = tally(graded)
  return {
    score,
    interval: score.answered === 0 ? null : wilsonInterval(score.right, score.answered),
    unanswered: session.items.length - graded.length,
    byKind: questionKinds
      .map((kind) => ({ kind, tally: tally(graded.filter((item) => item.question.kind === kind)) }))
      .filter((group) => group.tally.answered > 0),
    byConfidence: confidences
      .map((confidence) => ({ confidence, tally: tally(graded.filter((item) => item.confidence === confidence)) }))
      .filter((group) => group.tally.answered > 0),
    wrongAndCertain: session.items.flatMap((item, index) =>
      item.kind === 'graded' && !item.correct && item.confidence === 'certain' ? [index] : [],
    ),
    medianTook: median(graded.map((item) => item.took)),
  }
}

function tally(items: readonly GradedItem[]): Tally {
  return { right: items.filter((item) => item.correct).length, answered: items.length }
}

function median(values: readonly Milliseconds[]): Milliseconds | null {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : milliseconds((lower + upper) / 2)
}
