import type { QuestionBank, QuestionKind, QuestionLanguage } from '#domain/question-bank/question.ts'
import { questionKinds } from '#domain/question-bank/question.ts'

/** What can be chosen among the questions of a bank in one language: only what there is. */
export interface OfferedChoices {
  readonly kinds: readonly QuestionKind[]
  readonly subjects: readonly string[]
  readonly tags: readonly string[]
}

/** A bank may have thousands of tags; the commonest are offered. */
const mostTags = 40

export function offeredChoices({ questions }: QuestionBank, language: QuestionLanguage): OfferedChoices {
  const own = questions.filter((question) => question.language === language)
  return {
    kinds: questionKinds.filter((kind) => own.some((question) => question.kind === kind)),
    subjects: commonestFirst(own.map(({ subject }) => subject)),
    tags: commonestFirst(own.flatMap(({ tags }) => tags)).slice(0, mostTags),
  }
}

function commonestFirst(words: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([word]) => word)
}
