import type { Brand } from '#lib/brand.ts'

/** The letters that options can have, in their order. The n-th option of a question always has the n-th letter. */
export const optionLabels = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O'] as const
export type OptionLabel = (typeof optionLabels)[number]

export const questionLanguages = ['ko', 'en'] as const
export type QuestionLanguage = (typeof questionLanguages)[number]

/**
 * What a question asks for; `leastConsistent` is the option that does not belong, `expectedFinding` the one that does, and
 * `other` whatever nobody has sorted.
 */
export const questionKinds = [
  'diagnosis',
  'test',
  'treatment',
  'mechanism',
  'leastConsistent',
  'expectedFinding',
  'other',
] as const
export type QuestionKind = (typeof questionKinds)[number]

/** How sure the bank is of its key: published keys can be objected to, and a second answer be accepted later. */
export const keyStatuses = ['final', 'provisional', 'disputed'] as const
export type KeyStatus = (typeof keyStatuses)[number]

/** A day of the calendar as `YYYY-MM-DD`. */
export type CalendarDay = Brand<string, 'CalendarDay'>

export interface QuestionOption {
  readonly label: OptionLabel
  readonly text: string
  /** Why the option is right, or why it attracts and is wrong. May be empty. */
  readonly rationale: string
}

export interface QuestionSource {
  readonly note: string
  /** When a person last checked the question; null when nobody has. */
  readonly reviewedAt: CalendarDay | null
}

/**
 * What several questions have in common: extended matching (R type) shares a list of options under a theme, and each
 * question carries that list. They are asked one after the other.
 */
export interface QuestionGroup {
  readonly id: string
  /** What the list is about, as in "Causes of chest pain". May be empty. */
  readonly theme: string
}

/** One question of a bank. `answers` are the labels that the key accepts: one, or several after an objection. */
export interface Question {
  readonly id: string
  readonly language: QuestionLanguage
  readonly kind: QuestionKind
  readonly subject: string
  /** The vignette; empty for a question that is only its lead-in. */
  readonly stem: string
  readonly leadIn: string
  readonly options: readonly QuestionOption[]
  readonly answers: readonly OptionLabel[]
  readonly keyStatus: KeyStatus
  /** Why the key is contested, or was changed. May be empty. */
  readonly keyNote: string
  /** What the question teaches, in a sentence. */
  readonly objective: string
  /** Why the answer is right, where that is one text and not a sentence per option. May be empty. */
  readonly explanation: string
  /** Words of its owner's, beside the subject. */
  readonly tags: readonly string[]
  /** It speaks of a picture, sound or film that is not here. */
  readonly figureMissing: boolean
  readonly group: QuestionGroup | null
  readonly source: QuestionSource
}

/** A text in both languages; a bank that has one of them has it in both places. */
export interface Bilingual {
  readonly en: string
  readonly ko: string
}

export interface QuestionBank {
  readonly id: string
  readonly title: Bilingual
  readonly licence: string
  readonly author: string
  readonly createdAt: CalendarDay
  /** Where the bank comes from and what it is not; shown wherever it is offered. */
  readonly notice: Bilingual | null
  readonly questions: readonly Question[]
}

/** Whether the key accepts this option. */
export function isAnswer(question: Question, label: OptionLabel): boolean {
  return question.answers.includes(label)
}

/** What a question asks, as one text: the vignette and its lead-in. */
export function questionText({ stem, leadIn }: Pick<Question, 'stem' | 'leadIn'>): string {
  return stem === '' ? leadIn : `${stem} ${leadIn}`
}
