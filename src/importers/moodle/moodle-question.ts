import { aDraft } from '#domain/importing/draft.ts'
import type { Draft } from '#domain/importing/draft.ts'
import type { Place } from '#domain/importing/place.ts'
import type { CategoryPath } from './category-path.ts'
import { markupOf, writtenIn } from './moodle-text.ts'
import type { MoodleText } from './moodle-text.ts'

/** A question to choose from, as Moodle's formats have it. */
export interface MoodleQuestion {
  readonly place: Place
  readonly id: string | null
  readonly stem: MoodleText
  readonly options: readonly MoodleOption[]
  /** Whether several options may be chosen. */
  readonly takesSeveral: boolean
  readonly explanation: MoodleText
  readonly category: CategoryPath
  readonly tags: readonly string[]
}

export interface MoodleOption {
  readonly text: MoodleText
  readonly feedback: MoodleText
  /** In percent of the mark: 100 for the right one of several, less for one of several right ones, negative for a wrong one. */
  readonly weight: number
}

/** A draft has one markup: what of the question is plain is written as HTML where anything of it is HTML. */
export function draftOf({ options, category, ...question }: MoodleQuestion): Draft {
  const { stem, explanation } = question
  const markup = markupOf([stem, explanation, ...options.flatMap(({ text, feedback }) => [text, feedback])])
  const written = (text: MoodleText): string => writtenIn(text, markup)
  return aDraft({
    ...{ place: question.place, id: question.id, markup, stem: written(stem), explanation: written(explanation) },
    options: options.map(({ text, feedback }) => ({ text: written(text), rationale: written(feedback) })),
    correct: rightOptions(options, question.takesSeveral),
    subject: category.subject,
    tags: [...new Set([...category.tags, ...question.tags])],
  })
}

/** Where one is to be chosen, part of the mark is for an answer that is not the right one. */
function rightOptions(options: readonly MoodleOption[], takesSeveral: boolean): readonly number[] {
  const best = options.reduce((most, { weight }) => Math.max(most, weight), -Infinity)
  return options.flatMap(({ weight }, index) => (weight > 0 && (takesSeveral || weight === best) ? [index] : []))
}

/** The words for true and for false in the language of a question. */
export function trueFalseWords(stem: string): { readonly true: string; readonly false: string } {
  return /\p{Script=Hangul}/u.test(stem) ? { true: '참', false: '거짓' } : { true: 'True', false: 'False' }
}
