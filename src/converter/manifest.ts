import type { ConversionPlan } from './plan.ts'
import type { Quantization } from './quantization.ts'
import type { Qwen3Config } from './qwen3-config.ts'

/** Its presence, and nothing else, says that a converted model is whole. */
export const manifestName = 'munjin-manifest.json'

/** Changes with every change of the bytes that the same source becomes. */
export const converterVersion = 1

/** Where the weights come from, as far as it is known. */
export interface SourceIdentity {
  readonly repository: string | undefined
  readonly revision: string | undefined
  readonly files: readonly SourceFile[]
}

export interface SourceFile {
  readonly name: string
  readonly bytes: number
  readonly sha256?: string
  /** Whatever else tells this file from another of its size (an ETag, a time); a run is not taken up with another. */
  readonly stamp?: string
}

export interface OutputFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

export interface MunjinManifest {
  readonly format: 'munjin-manifest'
  readonly version: 1
  readonly model: string
  readonly source: SourceIdentity
  readonly quantization: Quantization
  readonly config: Qwen3Config
  readonly files: readonly OutputFile[]
  readonly converterVersion: number
  /** Of the conversion: the same source and settings have the same one. 64 hexadecimal digits. */
  readonly fingerprint: string
}

export function manifestOf(
  { config, quantization }: ConversionPlan,
  facts: { readonly model: string; readonly source: SourceIdentity },
  files: readonly OutputFile[],
  fingerprint: string,
): MunjinManifest {
  const { repository, revision } = facts.source
  const sources = facts.source.files.map(({ name, bytes, sha256 }) =>
    sha256 === undefined ? { name, bytes } : { name, bytes, sha256 },
  )
  return {
    ...{ format: 'munjin-manifest', version: 1, model: facts.model },
    source: { repository, revision, files: sources },
    ...{ quantization, config, files, converterVersion, fingerprint },
  }
}
