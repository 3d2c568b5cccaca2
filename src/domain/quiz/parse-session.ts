import * as v from 'valibot'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { durationSchema, endingSchema, instantSchema, provenanceSchema } from '../conversation/kept-schemas.ts'
import { questionKinds, questionLanguages } from '../question-bank/question.ts'
import { optionLabelSchema, questionSchema } from '../question-bank/question-schema.ts'
import type { Explanation } from './explanation.ts'
import { questionStates, sessionOrders } from './quiz-filter.ts'
import type { QuizItem, QuizSession } from './session.ts'
import { confidences, isInBlock, sessionModes } from './session.ts'

/** Reads a session that was kept; the failure names the first field that is wrong. */
export function parseQuizSession(data: unknown): Result<QuizSession, string> {
  const parsed = v.safeParse(sessionSchema, data)
  if (parsed.success) return succeed(parsed.output)
  const [issue] = parsed.issues
  return fail(`${v.getDotPath(issue) ?? 'session'}: ${issue.message}`)
}

const indexSchema = v.pipe(v.number(), v.integer(), v.minValue(0))
const confidenceSchema = v.nullable(v.picklist(confidences))

const namedSchema: v.GenericSchema<unknown, Explanation['named']> = v.variant('kind', [
  v.object({ kind: v.literal('none') }),
  v.object({
    kind: v.literal('answer'),
    label: optionLabelSchema,
    rule: v.picklist(['json', 'boxed', 'korean', 'english', 'koreanTail', 'bareLine', 'optionText']),
    ambiguous: v.boolean(),
  }),
])

const explanationSchema: v.GenericSchema<unknown, Explanation> = v.object({
  at: instantSchema,
  text: v.string(),
  format: v.object({ open: v.string(), close: v.string(), startsIn: v.picklist(['reasoning', 'answer']) }),
  ending: endingSchema,
  named: namedSchema,
  provenance: provenanceSchema,
})

const workSchema = v.object({
  choice: v.nullable(optionLabelSchema),
  confidence: confidenceSchema,
  struck: v.array(optionLabelSchema),
  isFlagged: v.boolean(),
  highlights: v.array(v.object({ start: indexSchema, end: indexSchema })),
  note: v.string(),
})

const itemFields = {
  question: questionSchema,
  bankId: v.string(),
  examSubject: v.nullable(v.string()),
  work: workSchema,
  spent: durationSchema,
}

const itemSchema: v.GenericSchema<unknown, QuizItem> = v.variant('kind', [
  v.object({ kind: v.literal('open'), ...itemFields }),
  v.object({
    kind: v.literal('graded'),
    ...itemFields,
    attemptId: v.string(),
    choice: optionLabelSchema,
    confidence: confidenceSchema,
    correct: v.boolean(),
    gradedAt: instantSchema,
    explanation: v.nullable(explanationSchema),
  }),
  v.object({ kind: v.literal('unanswered'), ...itemFields }),
])

const blockSchema = v.object({
  name: v.nullable(v.object({ en: v.string(), ko: v.string() })),
  first: indexSchema,
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
  allowed: v.nullable(durationSchema),
  used: durationSchema,
  isHandedIn: v.boolean(),
})

const filterSchema = v.object({
  language: v.picklist(questionLanguages),
  kinds: v.nullable(v.array(v.picklist(questionKinds))),
  subjects: v.nullable(v.array(v.string())),
  tags: v.nullable(v.array(v.string())),
  states: v.nullable(v.array(v.picklist(questionStates))),
  count: v.number(),
  order: v.picklist(sessionOrders),
})

const sessionSchema: v.GenericSchema<unknown, QuizSession> = v.pipe(
  v.object({
    id: v.string(),
    mode: v.picklist(sessionModes),
    filter: v.nullable(filterSchema),
    layoutId: v.nullable(v.string()),
    startedAt: instantSchema,
    endedAt: v.nullable(instantSchema),
    current: indexSchema,
    items: v.pipe(v.array(itemSchema), v.minLength(1)),
    block: indexSchema,
    blocks: v.pipe(v.array(blockSchema), v.minLength(1)),
    tickedAt: v.nullable(instantSchema),
    undo: v.array(v.object({ index: indexSchema, before: workSchema })),
  }),
  v.check(({ current, items }) => current < items.length, 'current: no such item'),
  v.check(({ block, blocks }) => block < blocks.length, 'block: no such block'),
  v.check(
    ({ current, block, blocks, endedAt }) =>
      endedAt !== null || blocks.some((one, index) => index === block && isInBlock(one, current)),
    'current: not in its block',
  ),
)
