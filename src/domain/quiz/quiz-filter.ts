import type { QuestionKind, QuestionLanguage } from '../question-bank/question.ts'

/** What a student's earlier work says of a question. A question can be several of these. */
export const questionStates = ['unused', 'wrong', 'flagged', 'due'] as const
export type QuestionState = (typeof questionStates)[number]

export const sessionOrders = ['shuffled', 'bank'] as const
export type SessionOrder = (typeof sessionOrders)[number]

/** Which questions a student wants. Null takes all kinds, subjects, tags, or states; of several, any will do. */
export interface QuizFilter {
  readonly language: QuestionLanguage
  readonly kinds: readonly QuestionKind[] | null
  readonly subjects: readonly string[] | null
  readonly tags: readonly string[] | null
  readonly states: readonly QuestionState[] | null
  readonly count: number
  readonly order: SessionOrder
}
