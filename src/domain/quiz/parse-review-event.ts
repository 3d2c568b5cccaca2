import * as v from 'valibot'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { optionLabelSchema } from '../question-bank/question-schema.ts'
import { durationSchema, endingKinds, instantSchema, provenanceSchema } from '../conversation/kept-schemas.ts'
import { recallGrades } from './recall-grade.ts'
import type { ReviewEvent } from './review-event.ts'
import { errorCauses } from './review-event.ts'
import { confidences } from './session.ts'

/** Reads an event of the review log; the failure names the first field that is wrong. */
export function parseReviewEvent(data: unknown): Result<ReviewEvent, string> {
  const parsed = v.safeParse(eventSchema, data)
  if (parsed.success) return succeed(parsed.output)
  const [issue] = parsed.issues
  return fail(`${v.getDotPath(issue) ?? 'event'}: ${issue.message}`)
}

const eventSchema: v.GenericSchema<unknown, ReviewEvent> = v.variant('kind', [
  v.object({
    kind: v.literal('attempt'),
    id: v.string(),
    at: instantSchema,
    bankId: v.string(),
    questionId: v.string(),
    sessionId: v.string(),
    choice: optionLabelSchema,
    answers: v.array(optionLabelSchema),
    correct: v.boolean(),
    confidence: v.nullable(v.picklist(confidences)),
    tookMs: durationSchema,
  }),
  v.object({
    kind: v.literal('modelAnswer'),
    id: v.string(),
    at: instantSchema,
    attemptId: v.string(),
    questionId: v.string(),
    bankId: v.string(),
    label: v.nullable(optionLabelSchema),
    ending: v.picklist(endingKinds),
    text: v.string(),
    provenance: provenanceSchema,
  }),
  v.object({
    kind: v.literal('flag'),
    id: v.string(),
    at: instantSchema,
    bankId: v.string(),
    questionId: v.string(),
    isFlagged: v.boolean(),
  }),
  v.object({
    kind: v.literal('regrade'),
    id: v.string(),
    at: instantSchema,
    attemptId: v.string(),
    grade: v.picklist(recallGrades),
  }),
  v.object({
    kind: v.literal('diary'),
    id: v.string(),
    at: instantSchema,
    attemptId: v.string(),
    cause: v.nullable(v.picklist(errorCauses)),
    lesson: v.string(),
  }),
])
