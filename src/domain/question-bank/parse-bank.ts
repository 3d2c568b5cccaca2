import * as v from 'valibot'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Question, QuestionBank } from './question.ts'
import { optionLabels } from './question.ts'
import { bankHeadSchema, questionSchema } from './question-schema.ts'

/**
 * What can be wrong with a bank. `notABank` and `unknownVersion` stand alone; of the others a file can have many.
 * `missingSource`: a question that does not say where it comes from is not shown to a student.
 */
export const bankFaultKinds = [
  'notABank',
  'unknownVersion',
  'missing',
  'wrongType',
  'empty',
  'tooLong',
  'badCharacter',
  'badId',
  'unknownValue',
  'badDate',
  'missingSource',
  'optionCount',
  'labelOrder',
  'sameOption',
  'answerNotAnOption',
  'duplicateId',
] as const
export type BankFaultKind = (typeof bankFaultKinds)[number]

export interface BankFault {
  readonly kind: BankFaultKind
  /** The question it is in, counted from 0; null for the bank's own fields. `id` is null where none can be read. */
  readonly question: { readonly index: number; readonly id: string | null } | null
  /** Where in the file, as in `questions.3.options.0.text`; empty for the whole file. */
  readonly path: string
}

/** Reads a bank of format 1. A bank with any fault is refused, and every fault is listed, in the order of the file. */
export function parseBank(data: unknown): Result<QuestionBank, readonly BankFault[]> {
  if (!isRecord(data) || data['format'] !== 'munjin-bank') return fail([bankFault('notABank', '')])
  if (data['version'] !== 1) return fail([bankFault('unknownVersion', 'version')])
  const head = v.safeParse(bankHeadSchema, data)
  const faults = (head.issues ?? []).map((issue) => bankFault(kindOfIssue(issue), v.getDotPath(issue) ?? ''))

  const found: readonly unknown[] = Array.isArray(data['questions']) ? data['questions'] : []
  const ids = new Set<string>()
  const questions: Question[] = []
  found.forEach((raw, index) => {
    const id = isRecord(raw) && typeof raw['id'] === 'string' && raw['id'] !== '' ? raw['id'] : null
    const faultAt = (kind: BankFaultKind, path: string): BankFault => ({
      kind,
      question: { index, id },
      path: ['questions', index, ...(path === '' ? [] : [path])].join('.'),
    })
    const parsed = v.safeParse(questionSchema, raw)
    if (parsed.success) questions.push(parsed.output)
    else faults.push(...parsed.issues.map((issue) => faultOfIssue(issue, faultAt)))
    if (id !== null && ids.has(id)) faults.push(faultAt('duplicateId', 'id'))
    if (id !== null) ids.add(id)
    if (isRecord(raw)) faults.push(...disagreements(raw, faultAt))
  })
  if (!head.success || faults.length > 0) return fail(faults)
  const { id, title, licence, author, createdAt, notice } = head.output
  return succeed({ id, title, licence, author, createdAt, notice, questions })
}

type FaultAt = (kind: BankFaultKind, path: string) => BankFault
type Issue = v.BaseIssue<unknown>

/** What the fields of a question owe each other. Fields that could not be read are somebody else's fault. */
function disagreements(raw: Readonly<Record<string, unknown>>, faultAt: FaultAt): readonly BankFault[] {
  const faults: BankFault[] = []
  const options: readonly unknown[] = Array.isArray(raw['options']) ? raw['options'] : []
  const labels = options.map((option) => (isRecord(option) ? option['label'] : undefined))
  const texts = options.map((option) => (isRecord(option) ? option['text'] : undefined))
  labels.forEach((label, index) => {
    const isLabel = (optionLabels as readonly unknown[]).includes(label)
    if (isLabel && label !== optionLabels[index]) faults.push(faultAt('labelOrder', `options.${index}.label`))
  })
  texts.forEach((text, index) => {
    if (typeof text === 'string' && text.trim() !== '' && texts.indexOf(text) < index) {
      faults.push(faultAt('sameOption', `options.${index}.text`))
    }
  })
  const answers: readonly unknown[] = Array.isArray(raw['answers']) ? raw['answers'] : []
  answers.forEach((answer, index) => {
    const isLabel = (optionLabels as readonly unknown[]).includes(answer)
    if (isLabel && !labels.includes(answer)) faults.push(faultAt('answerNotAnOption', `answers.${index}`))
  })
  return faults
}

function faultOfIssue(issue: Issue, faultAt: FaultAt): BankFault {
  const path = v.getDotPath(issue) ?? ''
  const kind = kindOfIssue(issue)
  const lacks = kind === 'missing' || kind === 'empty'
  return faultAt(lacks && (path === 'source' || path === 'source.note') ? 'missingSource' : kind, path)
}

/** The schemas name the kind themselves; what they do not name is a matter of type. */
function kindOfIssue(issue: Issue): BankFaultKind {
  if (issue.received === 'undefined') return 'missing'
  if (issue.type === 'picklist' && typeof issue.input === 'string') return 'unknownValue'
  return bankFaultKinds.find((kind) => kind === issue.message) ?? 'wrongType'
}

function bankFault(kind: BankFaultKind, path: string): BankFault {
  return { kind, question: null, path }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
