import type { Schedule } from '../models/model-record.ts'

/** Which model wrote an answer, in which build and with which settings: enough to ask the same again. */
export interface Provenance {
  readonly modelId: string
  readonly modelVersion: string
  readonly quantization: string
  readonly schedule: Schedule
  readonly librarySha256: string
  /** In tokens. */
  readonly contextWindow: number
  readonly thinking: boolean
  /** In tokens; `null` is no limit of its own. */
  readonly thinkingBudget: number | null
  readonly maxTokens: number
  readonly temperature: number
  readonly topP: number
  /** From what a model that was made on this machine was made; absent for one that came with the app. */
  readonly source?: ModelSource | undefined
}

export interface ModelSource {
  /** Null where a folder did not say. */
  readonly repository: string | null
  /** The commit of the repository. */
  readonly revision: string | null
  /** Of the conversion: the same source files and settings have the same one. */
  readonly fingerprint: string
}

export type ProvenanceFact =
  'model' | 'quantization' | 'repository' | 'revision' | 'fingerprint' | 'library' | 'contextWindow' | 'sampling'

/** What identifies the writer of an answer, most telling first; facts that are not known are left out. */
export function provenanceFacts(
  provenance: Provenance,
): readonly { readonly fact: ProvenanceFact; readonly value: string }[] {
  const { modelId, modelVersion, quantization, source, librarySha256, contextWindow } = provenance
  const facts: readonly (readonly [ProvenanceFact, string | null | undefined])[] = [
    ['model', `${modelId} ${modelVersion}`],
    ['quantization', quantization],
    ['repository', source?.repository],
    ['revision', source?.revision],
    ['fingerprint', source?.fingerprint],
    ['library', librarySha256],
    ['contextWindow', String(contextWindow)],
    ['sampling', `temperature ${provenance.temperature}, top-p ${provenance.topP}`],
  ]
  return facts.flatMap(([fact, value]) => (value == null ? [] : [{ fact, value }]))
}
