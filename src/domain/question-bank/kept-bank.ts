import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Instant } from '#lib/time.ts'
import { instant } from '#lib/time.ts'
import * as v from 'valibot'
import type { Question, QuestionBank } from './question.ts'
import { bankFields, questionSchema } from './question-schema.ts'

/**
 * What is kept of a bank besides its questions. Those lie in parts of their own, so that neither keeping nor reading ten thousand
 * of them stops the page; a part is never changed.
 */
export interface BankHead extends Omit<QuestionBank, 'questions'> {
  /** Of this copy of the bank: importing it again makes another, and only then is the first one removed. */
  readonly key: string
  /** Only a whole one is a bank. The others are on their way in or out, and swept away if that was long ago. */
  readonly state: 'writing' | 'whole' | 'removed'
  /** Since when it has been in that state. */
  readonly since: Instant
  readonly importedAt: Instant
  /** The file that it came from. */
  readonly fileName: string
  readonly count: number
}

/** Some neighbouring questions of a bank. */
export interface BankPart {
  readonly bankId: string
  readonly questions: readonly Question[]
}

/** Questions in one part: few enough to be written or parsed within a frame. */
export const questionsInPart = 200

/** How many parts a bank has, and what the n-th is called. */
export function partCount({ count }: Pick<BankHead, 'count'>): number {
  return Math.ceil(count / questionsInPart)
}

export function partName({ key }: Pick<BankHead, 'key'>, index: number): string {
  return `${key}.${index}`
}

const headSchema = v.object({
  ...bankFields,
  key: v.string(),
  state: v.picklist(['writing', 'whole', 'removed']),
  since: v.pipe(v.number(), v.transform(instant)),
  importedAt: v.pipe(v.number(), v.transform(instant)),
  fileName: v.string(),
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
})

const partSchema = v.object({ bankId: v.string(), questions: v.array(questionSchema) })

export function parseBankHead(data: unknown): Result<BankHead, string> {
  return parsed(v.safeParse(headSchema, data))
}

export function parseBankPart(data: unknown): Result<BankPart, string> {
  return parsed(v.safeParse(partSchema, data))
}

function parsed<T>(
  result: { success: true; output: T } | { success: false; issues: readonly v.BaseIssue<unknown>[] },
): Result<T, string> {
  if (result.success) return succeed(result.output)
  const [issue] = result.issues
  return fail(issue === undefined ? 'not as it should be' : `${v.getDotPath(issue) ?? ''}: ${issue.message}`)
}
