import type { Translate } from './translator.ts'

/** Subjects that have a name in every language. */
export const knownSubjects = [
  'cardiology',
  'pulmonology',
  'gastroenterology',
  'nephrology',
  'endocrinology',
  'neurology',
  'hematology',
  'rheumatology',
  'pediatrics',
  'obstetricsGynecology',
  'surgery',
  'urology',
  'infection',
  'psychiatry',
  'emergency',
  'preventive',
  'dermatology',
  'eyeEnt',
  'orthopedics',
  'unsorted',
] as const

/** A subject in words; one that a bank made up is shown as it is. */
export function subjectName(t: Translate, subject: string): string {
  const found = knownSubjects.find((one) => one === subject)
  return found === undefined ? subject : t(`quiz.subject.${found}`)
}
