import * as v from 'valibot'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { questionKinds, questionLanguages } from '../question-bank/question.ts'
import { optionLabelSchema, questionSchema } from '../question-bank/question-schema.ts'
import type { Explanation } from './explanation.ts'
import { durationSchema, endingSchema, instantSchema, provenanceSchema } from '../conversation/kept-schemas.ts'
import type { QuizItem, QuizSession } from './session.ts'
import { confidences } from './session.ts'

/** Reads a session that was kept; the failure names the first field that is wrong. */
export function parseQuizSession(data: unknown): Result<QuizSession, string> {
  const parsed = v.safeParse(sessionSchema, data)
  if (parsed.success) return succeed(parsed.output)
  const [issue] = parsed.issues
  return fail(`${v.getDotPath(issue) ?? 'session'}: ${issue.message}`)
}

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

const itemSchema: v.GenericSchema<unknown, QuizItem> = v.variant('kind', [
  v.object({
    kind: v.literal('open'),
    question: questionSchema,
    choice: v.nullable(optionLabelSchema),
    confidence: v.nullable(v.picklist(confidences)),
    struck: v.array(optionLabelSchema),
    shownSince: v.nullable(instantSchema),
    spent: durationSchema,
  }),
  v.object({
    kind: v.literal('graded'),
    question: questionSchema,
    attemptId: v.string(),
    choice: optionLabelSchema,
    confidence: v.picklist(confidences),
    struck: v.array(optionLabelSchema),
    correct: v.boolean(),
    gradedAt: instantSchema,
    took: durationSchema,
    explanation: v.nullable(explanationSchema),
  }),
])

const sessionSchema: v.GenericSchema<unknown, QuizSession> = v.pipe(
  v.object({
    id: v.string(),
    bankId: v.string(),
    filter: v.object({
      language: v.picklist(questionLanguages),
      kinds: v.nullable(v.array(v.picklist(questionKinds))),
      subjects: v.nullable(v.array(v.string())),
      count: v.number(),
    }),
    startedAt: instantSchema,
    endedAt: v.nullable(instantSchema),
    current: v.pipe(v.number(), v.integer(), v.minValue(0)),
    items: v.pipe(v.array(itemSchema), v.minLength(1)),
  }),
  v.check(({ current, items }) => current < items.length, 'current: no such item'),
)
