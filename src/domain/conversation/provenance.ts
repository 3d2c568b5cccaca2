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
}
