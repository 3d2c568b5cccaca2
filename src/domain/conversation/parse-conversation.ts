import * as v from 'valibot'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Conversation } from './conversation.ts'
import { conversationId, turnId } from './conversation.ts'
import { durationSchema, endingSchema, instantSchema, provenanceSchema } from './kept-schemas.ts'

const usage = v.object({
  promptTokens: v.number(),
  completionTokens: v.number(),
  decodeTokensPerSecond: v.nullable(v.number()),
  timeToFirstTokenMs: v.nullable(v.number()),
  contextUsed: v.number(),
})

const attempt = v.object({
  provenance: v.nullable(provenanceSchema),
  text: v.string(),
  leftOut: v.number(),
  thoughtMs: v.nullable(durationSchema),
  answer: v.object({ status: v.literal('ended'), ending: endingSchema, usage: v.nullable(usage) }),
})

const conversation = v.object({
  id: v.pipe(v.string(), v.transform(conversationId)),
  title: v.nullable(v.string()),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  turns: v.array(
    v.object({
      id: v.pipe(v.string(), v.transform(turnId)),
      question: v.string(),
      instruction: v.string(),
      askedAt: instantSchema,
      attempts: v.pipe(v.array(attempt), v.minLength(1)),
    }),
  ),
})

/** Reads a kept conversation; the failure names the first field that is wrong. Kept answers have all ended. */
export function parseConversation(data: unknown): Result<Conversation, string> {
  const parsed = v.safeParse(conversation, data)
  if (parsed.success) return succeed(parsed.output)
  const [issue] = parsed.issues
  return fail(`${v.getDotPath(issue) ?? 'conversation'}: ${issue.message}`)
}
