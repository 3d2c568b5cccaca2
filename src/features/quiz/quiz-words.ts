import type { Ending } from '#domain/conversation/ending.ts'
import type { BankFaultKind } from '#domain/question-bank/parse-bank.ts'
import type { QuestionKind, QuestionLanguage } from '#domain/question-bank/question.ts'
import type { Comparison } from '#domain/quiz/explanation.ts'
import type { Confidence } from '#domain/quiz/session.ts'
import type { PlainKey, Translate } from '#i18n/translator.ts'
import type { Milliseconds } from '#lib/time.ts'
import type { Keeping } from '#stores/quiz-state.ts'

// From kinds to words. Each table is complete by type: a new kind without its sentence does not compile.

export const kindWords = {
  diagnosis: 'quiz.kind.diagnosis',
  test: 'quiz.kind.test',
  treatment: 'quiz.kind.treatment',
  mechanism: 'quiz.kind.mechanism',
  leastConsistent: 'quiz.kind.leastConsistent',
  expectedFinding: 'quiz.kind.expectedFinding',
  other: 'quiz.kind.other',
} as const satisfies Record<QuestionKind, PlainKey>

export const languageWords = {
  ko: 'quiz.language.ko',
  en: 'quiz.language.en',
} as const satisfies Record<QuestionLanguage, PlainKey>

export const confidenceWords = {
  guess: 'quiz.confidence.guess',
  unsure: 'quiz.confidence.unsure',
  mostly: 'quiz.confidence.mostly',
  certain: 'quiz.confidence.certain',
} as const satisfies Record<Confidence, PlainKey>

export const comparisonWords = {
  bothRight: 'quiz.compare.bothRight',
  bothWrong: 'quiz.compare.bothWrong',
  onlyStudentRight: 'quiz.compare.onlyStudentRight',
  onlyModelRight: 'quiz.compare.onlyModelRight',
  noModelAnswer: 'quiz.compare.noModelAnswer',
} as const satisfies Record<Comparison, PlainKey>

export const endingWords = {
  lengthReached: 'quiz.ending.lengthReached',
  contextFull: 'quiz.ending.contextFull',
  stopped: 'quiz.ending.stopped',
  interrupted: 'quiz.ending.interrupted',
  failed: 'quiz.ending.failed',
} as const satisfies Record<Exclude<Ending['kind'], 'complete'>, PlainKey>

export const faultWords = {
  notABank: 'quiz.fault.notABank',
  unknownVersion: 'quiz.fault.unknownVersion',
  missing: 'quiz.fault.missing',
  wrongType: 'quiz.fault.wrongType',
  empty: 'quiz.fault.empty',
  tooLong: 'quiz.fault.tooLong',
  badCharacter: 'quiz.fault.badCharacter',
  badId: 'quiz.fault.badId',
  unknownValue: 'quiz.fault.unknownValue',
  badDate: 'quiz.fault.badDate',
  missingSource: 'quiz.fault.missingSource',
  optionCount: 'quiz.fault.optionCount',
  labelOrder: 'quiz.fault.labelOrder',
  sameOption: 'quiz.fault.sameOption',
  answerNotAnOption: 'quiz.fault.answerNotAnOption',
  duplicateId: 'quiz.fault.duplicateId',
} as const satisfies Record<BankFaultKind, PlainKey>

export const storageWords = {
  unavailable: 'quiz.storage.unavailable',
  full: 'quiz.storage.full',
  damaged: 'quiz.storage.damaged',
  fromTheFuture: 'quiz.storage.fromTheFuture',
} as const satisfies Record<Extract<Keeping, { readonly kind: 'failing' }>['failure']['kind'], PlainKey>

/** A span of time in words, to the second. */
export function timeWords(t: Translate, span: Milliseconds): string {
  const total = Math.round(span / 1000)
  const minutes = Math.floor(total / 60)
  const seconds = total % 60
  return minutes === 0 ? t('quiz.time.seconds', { seconds }) : t('quiz.time.minutes', { minutes, seconds })
}

/** A span of time as a clock shows it: `9:05`, `1:02:03`. What is begun of a second counts as one. */
export function clockFace(span: Milliseconds): string {
  const total = Math.ceil(span / 1000)
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60]
  const two = (value: number): string => String(value).padStart(2, '0')
  return hours === 0 ? `${minutes}:${two(seconds)}` : `${hours}:${two(minutes)}:${two(seconds)}`
}

/** The letters of a key, as they are said: `B`, or `B, C` where several answers are accepted. */
export function keyLetters(answers: readonly string[]): string {
  return answers.join(', ')
}
