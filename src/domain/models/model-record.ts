import * as v from 'valibot'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { bilingual, contextWindow, fileFields, role, samplings, trace } from './model-fields.ts'

const modelSchema = v.object({
  id: v.string(),
  version: v.string(),
  name: bilingual,
  role,
  summary: bilingual,
  licence: v.string(),
  /** File names of the model card, beside the model's files. */
  card: bilingual,
  /** Folder of the model's files, relative to the app's root; ends in `/`, or is empty. */
  base: v.string(),
  /** Of a model that was made ready on this machine: from what. Its weights cannot be fetched from the app. */
  made: v.optional(
    v.object({ repository: v.nullable(v.string()), revision: v.nullable(v.string()), fingerprint: v.string() }),
  ),
  parameters: v.number(),
  quantization: v.string(),
  vocabularySize: v.number(),
  contextWindow,
  /** Longest part of a prompt that is prefilled at once, in tokens; compiled into the library. */
  prefillChunk: v.number(),
  requires: v.object({
    features: v.array(v.string()),
    maxStorageBufferBindingSize: v.number(),
    maxBufferSize: v.number(),
    maxComputeWorkgroupStorageSize: v.number(),
    maxStorageBuffersPerShaderStage: v.number(),
  }),
  files: v.array(v.object({ ...fileFields, kind: v.picklist(['config', 'tokenizer', 'tensorIndex', 'shard']) })),
  libraries: v.array(v.object({ ...fileFields, schedule: v.picklist(['gpu', 'software']) })),
  trace,
  sampling: samplings,
  knowledge: v.optional(v.object({ conditions: v.number(), findings: v.number() })),
})

const catalogueSchema = v.object({
  format: v.literal('munjin-catalogue'),
  version: v.literal(1),
  models: v.array(modelSchema),
})

/** One model of the catalogue: what it is, where its files lie, their sizes and hashes, and what it needs of a machine. */
export type ModelRecord = v.InferOutput<typeof modelSchema>
export type ModelFile = ModelRecord['files'][number]
export type ModelLibrary = ModelRecord['libraries'][number]
/** `gpu` for real GPUs; `software` for adapters that run on the CPU, which pay dearly for every workgroup. */
export type Schedule = ModelLibrary['schedule']
export type Sampling = ModelRecord['sampling']['thinking']

/** Reads `model-config/catalogue.json`; the failure names the first field that is wrong. */
export function parseCatalogue(data: unknown): Result<readonly ModelRecord[], string> {
  const parsed = v.safeParse(catalogueSchema, data)
  if (parsed.success) return succeed(parsed.output.models)
  const [issue] = parsed.issues
  return fail(`${v.getDotPath(issue) ?? 'catalogue'}: ${issue.message}`)
}

/** Bytes that a first load fetches: every file and one library. */
export function downloadBytes(model: ModelRecord, schedule: Schedule): number {
  const library = model.libraries.find((candidate) => candidate.schedule === schedule)
  return model.files.reduce((sum, file) => sum + file.bytes, library?.bytes ?? 0)
}
