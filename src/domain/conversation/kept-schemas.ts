import * as v from 'valibot'
import { instant, milliseconds } from '#lib/time.ts'
import type { Ending } from './ending.ts'
import { parseFailure } from './parse-failure.ts'
import type { Provenance } from './provenance.ts'

// Shapes that kept records of several kinds share.

export const instantSchema = v.pipe(v.number(), v.finite(), v.transform(instant))
export const durationSchema = v.pipe(v.number(), v.finite(), v.minValue(0), v.transform(milliseconds))

const failureSchema = v.pipe(v.record(v.string(), v.unknown()), v.transform(parseFailure))

export const endingKinds = ['complete', 'lengthReached', 'contextFull', 'stopped', 'interrupted', 'failed'] as const

export const endingSchema: v.GenericSchema<unknown, Ending> = v.variant('kind', [
  v.object({ kind: v.picklist(['complete', 'lengthReached', 'contextFull', 'stopped', 'interrupted']) }),
  v.object({ kind: v.literal('failed'), failure: failureSchema }),
])

export const provenanceSchema: v.GenericSchema<unknown, Provenance> = v.object({
  modelId: v.string(),
  modelVersion: v.string(),
  quantization: v.string(),
  schedule: v.picklist(['gpu', 'software']),
  librarySha256: v.string(),
  contextWindow: v.number(),
  thinking: v.boolean(),
  thinkingBudget: v.nullable(v.number()),
  maxTokens: v.number(),
  temperature: v.number(),
  topP: v.number(),
  source: v.optional(
    v.object({ repository: v.nullable(v.string()), revision: v.nullable(v.string()), fingerprint: v.string() }),
  ),
})
