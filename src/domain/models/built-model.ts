import * as v from 'valibot'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { fileFields } from './model-fields.ts'
import type { ModelRecord } from './model-record.ts'
import type { ModelBuild } from './offer.ts'
import { buildId } from './offer.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const outputFile = v.object({ name: v.string(), bytes: fileFields.bytes, sha256: fileFields.sha256 })

/** `munjin-manifest.json`, which is put last into a converted model's folder: its presence says that all else is there. */
const manifestSchema = v.object({
  format: v.literal('munjin-manifest'),
  version: v.literal(1),
  model: v.string(),
  source: v.object({
    repository: v.optional(v.string()),
    revision: v.optional(v.string()),
    files: v.array(v.object({ name: v.string(), bytes: count, sha256: v.optional(v.string()) })),
  }),
  quantization: v.string(),
  files: v.array(outputFile),
  converterVersion: count,
  fingerprint: v.string(),
})

export type BuiltManifest = v.InferOutput<typeof manifestSchema>

/** A model that was made ready on this machine: the build it is, and what its files are. */
export interface BuiltModel {
  readonly buildId: string
  /** Part of the address under which its files are kept. */
  readonly version: string
  readonly manifest: BuiltManifest
}

/** Reads a manifest; the failure names the first field that is wrong. */
export function parseManifest(data: unknown): Result<BuiltManifest, string> {
  const parsed = v.safeParse(manifestSchema, data)
  if (parsed.success) return succeed(parsed.output)
  const [issue] = parsed.issues
  return fail(`${v.getDotPath(issue) ?? 'manifest'}: ${issue.message}`)
}

/** The record by which a built model is loaded, as if the catalogue had it. */
export function recordOfBuilt(build: ModelBuild, { version, manifest }: Omit<BuiltModel, 'buildId'>): ModelRecord {
  const { offer, library } = build
  const { repository, revision } = manifest.source
  return {
    id: buildId(build),
    version,
    name: offer.name,
    role: offer.role,
    summary: offer.summary,
    licence: offer.licence,
    card: offer.card,
    base: '',
    made: { repository: repository ?? null, revision: revision ?? null, fingerprint: manifest.fingerprint },
    parameters: offer.parameters,
    quantization: library.quantization,
    vocabularySize: library.architecture.vocabularySize,
    contextWindow: offer.contextWindow,
    prefillChunk: library.prefillChunk,
    requires: library.requires,
    files: manifest.files.map(({ name, bytes, sha256 }) => ({ path: name, bytes, sha256, kind: kindOfFile(name) })),
    libraries: [{ path: library.path, bytes: library.bytes, sha256: library.sha256, schedule: 'gpu' }],
    trace: offer.trace,
    sampling: offer.sampling,
  }
}

/** What a file of a converted model is, by the names that MLC gives them. */
export function kindOfFile(name: string): ModelRecord['files'][number]['kind'] {
  if (name === 'mlc-chat-config.json') return 'config'
  if (name === 'tensor-cache.json') return 'tensorIndex'
  return name.startsWith('params_shard_') ? 'shard' : 'tokenizer'
}
