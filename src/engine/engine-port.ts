import type { ModelFailure } from '#domain/models/failure.ts'
import type { LoadProgress } from '#domain/models/load-progress.ts'
import type { ModelRecord, Schedule } from '#domain/models/model-record.ts'

/** A language model somewhere behind a wire. Everything it throws is an `EngineError`. */
export interface EnginePort {
  /**
   * Brings a model to where it can answer: checks what is kept, fetches what is missing, loads, compiles.
   *
   * Aborting `signal` at any stage ends the work at once and rejects with the signal's own reason (stopping is not a
   * failure); files that were fetched whole stay kept. A second model replaces the first.
   */
  load(model: ModelRecord, options: LoadOptions): Promise<LoadedModel>
  /**
   * Streams an answer: pieces of text and, last, how it ended. Aborting `signal`, or leaving the loop, stops the model;
   * the former still yields the `ended` event with the reason `stopped`.
   */
  generate(request: GenerateRequest, signal: AbortSignal): AsyncIterable<EngineEvent>
  /** Frees the model's memory. Files stay kept. */
  unload(): Promise<void>
  /** Hears what nobody asked for: a GPU device that was lost, a worker that died. Returns how to stop listening. */
  onLost(listener: (failure: ModelFailure) => void): () => void
  /** Ends the worker and every open job. The next `load` starts a new one. */
  close(): void
}

export interface LoadOptions {
  readonly signal: AbortSignal
  /** In tokens; one of the model's presets. */
  readonly contextWindow: number
  /** Whether a model that another tab has loaded gives way; without it the load fails with `loadedElsewhere`. */
  readonly takeOver?: boolean
  readonly onProgress: (progress: LoadProgress) => void
}

/** What was loaded, for the provenance of every answer. */
export interface LoadedModel {
  readonly schedule: Schedule
  readonly librarySha256: string
  readonly contextWindow: number
  readonly adapter: string
}

export interface GenerateRequest {
  /** The whole text as the model sees it, chat marks included. */
  readonly prompt: string
  readonly maxTokens: number
  /** 0 is greedy. */
  readonly temperature: number
  readonly topP: number
  readonly seed?: number
}

export type EngineEvent =
  | { readonly kind: 'delta'; readonly text: string }
  | { readonly kind: 'ended'; readonly reason: FinishReason; readonly usage: Usage }

/** `length`: `maxTokens` were written. `contextFull`: prompt and answer together filled the context window. */
export type FinishReason = 'complete' | 'length' | 'contextFull' | 'stopped'

export interface Usage {
  readonly promptTokens: number
  readonly completionTokens: number
  readonly prefillTokensPerSecond: number | null
  readonly decodeTokensPerSecond: number | null
}

/** The only thing that this port throws, an aborted `load` aside. */
export class EngineError extends Error {
  readonly failure: ModelFailure

  constructor(failure: ModelFailure) {
    super(failure.kind)
    this.name = 'EngineError'
    this.failure = failure
  }
}
