import type { ModelFailure } from '#domain/models/failure.ts'
import type { LoadProgress } from '#domain/models/load-progress.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import type { EngineEvent, GenerateRequest, LoadedModel } from './engine-port.ts'

/** What the worker needs of a model. Jobs come one at a time; a running load is never cancelled but ended with its worker. */
export interface ModelRuntime {
  load(order: LoadOrder, onProgress: (progress: LoadProgress) => void): Promise<LoadedModel>
  /** Yields pieces of text and, last, `ended`. Ends as `stopped` soon after `signal` aborts. */
  generate(request: GenerateRequest, signal: AbortSignal): AsyncIterable<EngineEvent>
  unload(): Promise<void>
  /** What an error of this runtime means; the one place that looks into its messages. */
  explain(error: unknown): ModelFailure
  onLost(listener: (failure: ModelFailure) => void): void
}

export interface LoadOrder {
  readonly model: ModelRecord
  readonly contextWindow: number
  readonly appRoot: string
  /** Whether a model that another tab has loaded gives way. */
  readonly takeOver: boolean
}
