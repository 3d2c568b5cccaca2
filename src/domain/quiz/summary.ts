import type { Milliseconds } from '#lib/time.ts'
import { milliseconds } from '#lib/time.ts'
import type { QuestionKind } from '../question-bank/question.ts'
import { questionKinds } from '../question-bank/question.ts'
import type { GradedItem, QuizItem, QuizSession } from './session.ts'
import { showsKeyAtOnce } from './session.ts'
import type { Tally } from './tally.ts'
import type { Interval } from './wilson-interval.ts'
import { wilsonInterval } from './wilson-interval.ts'

/** A group of items, with the 95 % interval of its share; null when nothing was answered. */
export interface Counted {
  readonly tally: Tally
  readonly interval: Interval | null
}

/**
 * What a session shows. Where keys are shown at once it counts graded items alone; where a block is handed in, an item of it
 * without an answer is wrong. Groups without an item are left out.
 */
export interface QuizSummary extends Counted {
  readonly unanswered: number
  readonly byKind: readonly (Counted & { readonly kind: QuestionKind })[]
  /** Those with the most items first. */
  readonly bySubject: readonly (Counted & { readonly subject: string })[]
  /** Indices of the items that were answered wrong with certainty: the most worth looking at again. */
  readonly wrongAndCertain: readonly number[]
  readonly medianTook: Milliseconds | null
}

export function summarise(session: QuizSession): QuizSummary {
  const graded = gradedItems(session.items)
  const asked = askedItems(session)
  const subjects = [...new Set(asked.map(({ question }) => question.subject))]
  return {
    ...counted(asked),
    unanswered: session.items.length - graded.length,
    byKind: questionKinds
      .map((kind) => ({ kind, ...counted(asked.filter(({ question }) => question.kind === kind)) }))
      .filter(({ tally }) => tally.answered > 0),
    bySubject: subjects
      .map((subject) => ({ subject, ...counted(asked.filter(({ question }) => question.subject === subject)) }))
      .sort((a, b) => b.tally.answered - a.tally.answered || (a.subject < b.subject ? -1 : 1)),
    wrongAndCertain: session.items.flatMap((item, index) =>
      item.kind === 'graded' && !item.correct && item.confidence === 'certain' ? [index] : [],
    ),
    medianTook: median(graded.map((item) => item.spent)),
  }
}

/** The items that count, each with whether it was answered right. */
export function askedItems(session: QuizSession): readonly Asked[] {
  const counts = showsKeyAtOnce(session)
    ? ({ kind }: QuizItem): boolean => kind === 'graded'
    : ({ kind }: QuizItem): boolean => kind !== 'open'
  return session.items.filter(counts).map((item) => ({
    question: item.question,
    examSubject: item.examSubject,
    correct: item.kind === 'graded' && item.correct,
  }))
}

export type Asked = Pick<QuizItem, 'question' | 'examSubject'> & { readonly correct: boolean }

export function gradedItems(items: readonly QuizItem[]): readonly GradedItem[] {
  return items.filter((item) => item.kind === 'graded')
}

export function counted(items: readonly { readonly correct: boolean }[]): Counted {
  const tally = { right: items.filter((item) => item.correct).length, answered: items.length }
  return { tally, interval: tally.answered === 0 ? null : wilsonInterval(tally.right, tally.answered) }
}

function median(values: readonly Milliseconds[]): Milliseconds | null {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : milliseconds((lower + upper) / 2)
}
