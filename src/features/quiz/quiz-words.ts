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

const subjectWords = {
  cardiology: 'quiz.subject.cardiology',
  pulmonology: 'quiz.subject.pulmonology',
  gastroenterology: 'quiz.subject.gastroenterology',
  nephrology: 'quiz.subject.nephrology',
  endocrinology: 'quiz.subject.endocrinology',
  neurology: 'quiz.subject.neurology',
  hematology: 'quiz.subject.hematology',
  rheumatology: 'quiz.subject.rheumatology',
  pediatrics: 'quiz.subject.pediatrics',
  obstetricsGynecology: 'quiz.subject.obstetricsGynecology',
  surgery: 'quiz.subject.surgery',
  urology: 'quiz.subject.urology',
  infection: 'quiz.subject.infection',
  psychiatry: 'quiz.subject.psychiatry',
  emergency: 'quiz.subject.emergency',
  preventive: 'quiz.subject.preventive',
  dermatology: 'quiz.subject.dermatology',
  eyeEnt: 'quiz.subject.eyeEnt',
  orthopedics: 'quiz.subject.orthopedics',
  unsorted: 'quiz.subject.unsorted',
} as const satisfies Record<string, PlainKey>

/** A subject in words; one that a bank made up is shown as it is. */
export function subjectName(t: Translate, subject: string): string {
  return isKnownSubject(subject) ? t(subjectWords[subject]) : subject
}

function isKnownSubject(subject: string): subject is keyof typeof subjectWords {
  return Object.hasOwn(subjectWords, subject)
}

/** A span of time in words, to the second. */
export function timeWords(t: Translate, span: Milliseconds): string {
  const total = Math.round(span / 1000)
  const minutes = Math.floor(total / 60)
  const seconds = total % 60
  return minutes === 0 ? t('quiz.time.seconds', { seconds }) : t('quiz.time.minutes', { minutes, seconds })
}

/** The letters of a key, as they are said: `B`, or `B, C` where several answers are accepted. */
export function keyLetters(answers: readonly string[]): string {
  return answers.join(', ')
}
