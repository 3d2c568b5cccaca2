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
  const { head, questions, faults } = readBank(data)
  return head === null || faults.length > 0 ? fail(faults) : succeed({ ...head, questions })
}

/**
 * Reads what can be read of a bank of format 1: its questions without those at fault, and every fault in the order of the file.
 * The head is null where one of the bank's own fields is at fault.
 */
export function readBank(data: unknown): {
  readonly head: Omit<QuestionBank, 'questions'> | null
  readonly questions: readonly Question[]
  readonly faults: readonly BankFault[]
} {
  if (!isRecord(data) || data['format'] !== 'munjin-bank') return unreadable(bankFault('notABank', ''))
  if (data['version'] !== 1) return unreadable(bankFault('unknownVersion', 'version'))
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
    const own = (parsed.issues ?? []).map((issue) => faultOfIssue(issue, faultAt))
    if (id !== null && ids.has(id)) own.push(faultAt('duplicateId', 'id'))
    if (id !== null) ids.add(id)
    if (isRecord(raw)) own.push(...disagreements(raw, faultAt))
    if (parsed.success && own.length === 0) questions.push(parsed.output)
    faults.push(...own)
  })
  if (!head.success) return { head: null, questions, faults }
  const { id, title, licence, author, createdAt, notice } = head.output
  return { head: { id, title, licence, author, createdAt, notice }, questions, faults }
}

function unreadable(fault: BankFault): ReturnType<typeof readBank> {
  return { head: null, questions: [], faults: [fault] }
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
