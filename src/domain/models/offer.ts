import * as v from 'valibot'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { ModelRecord } from './model-record.ts'
import { bilingual, contextWindow, fileFields, role, samplings, trace } from './model-fields.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(1))

/** The shape of a Qwen3 model, which its library has compiled in. Sizes in elements. */
const architecture = v.object({
  hiddenSize: count,
  intermediateSize: count,
  layers: count,
  heads: count,
  keyValueHeads: count,
  headDim: count,
  vocabularySize: count,
  /** Whether the embedding serves as the output head too. */
  tied: v.boolean(),
  ropeTheta: v.number(),
  rmsNormEps: v.number(),
})

const library = v.object({
  ...fileFields,
  id: v.string(),
  architecture,
  quantization: v.picklist(['q4f16_1', 'q4f32_1']),
  prefillChunk: count,
  requires: v.object({
    features: v.array(v.string()),
    maxStorageBufferBindingSize: count,
    maxBufferSize: count,
    maxComputeWorkgroupStorageSize: count,
    maxComputeInvocationsPerWorkgroup: count,
    maxStorageBuffersPerShaderStage: count,
  }),
})

const offer = v.object({
  id: v.string(),
  name: bilingual,
  role,
  summary: bilingual,
  licence: v.string(),
  /** Text of the card in each language, relative to the app's root. */
  card: bilingual,
  publisher: v.string(),
  /** Where its safetensors are published, as `owner/name`. */
  repository: v.string(),
  parameters: count,
  /** Names of the libraries that run it, one a quantization. */
  libraries: v.array(v.string()),
  contextWindow,
  trace,
  sampling: samplings,
  tokenizer: v.object({
    /** Real tokens, special ones included; the vocabulary of the weights is padded beyond them. */
    tokens: count,
    /** Ids that special tokens must have. */
    special: v.record(v.string(), v.number()),
    /** Words of letters alone and the ids that they must be cut into. */
    encodings: v.array(v.object({ word: v.string(), ids: v.array(v.number()) })),
  }),
})

const librariesFile = v.object({
  format: v.literal('munjin-libraries'),
  version: v.literal(1),
  libraries: v.array(library),
})
const offersFile = v.object({ format: v.literal('munjin-offers'), version: v.literal(1), offers: v.array(offer) })

export type Architecture = v.InferOutput<typeof architecture>
/** A compiled model library that is shipped with the app and fetched with the model it runs. */
export type ShippedLibrary = v.InferOutput<typeof library>
export type OfferedQuantization = ShippedLibrary['quantization']

/** A model that the app does not bring but can make ready on this machine: from where, and in which builds. */
export interface ModelOffer extends Omit<v.InferOutput<typeof offer>, 'libraries'> {
  readonly builds: readonly ShippedLibrary[]
}

/** One build of an offer: weights of one quantization and the library that runs them. */
export interface ModelBuild {
  readonly offer: ModelOffer
  readonly library: ShippedLibrary
}

export type Role = ModelRecord['role']

/** Reads `model-config/offers.json` and `model-config/libraries.json`; the failure names the first field that is wrong. */
export function parseOffers(offers: unknown, libraries: unknown): Result<readonly ModelOffer[], string> {
  const shipped = v.safeParse(librariesFile, libraries)
  if (!shipped.success) return fail(describe('libraries', shipped.issues[0]))
  const offered = v.safeParse(offersFile, offers)
  if (!offered.success) return fail(describe('offers', offered.issues[0]))
  const byId = new Map(shipped.output.libraries.map((one) => [one.id, one]))
  const unknown = offered.output.offers.flatMap((one) => one.libraries).find((id) => !byId.has(id))
  if (unknown !== undefined) return fail(`offers: there is no library ${unknown}`)
  return succeed(
    offered.output.offers.map(({ libraries: ids, ...rest }) => ({
      ...rest,
      builds: ids.flatMap((id) => byId.get(id) ?? []),
    })),
  )
}

/** What a build is called on this machine: the key of its files. */
export function buildId({ offer: { id }, library: { quantization } }: ModelBuild): string {
  return `${id}-${quantization}`
}

function describe(file: string, issue: v.BaseIssue<unknown>): string {
  return `${file}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`
}
