import type { ModelFailure } from '#domain/models/failure.ts'
import type { LoadProgress } from '#domain/models/load-progress.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import type { EngineEvent, GenerateRequest, LoadedModel } from './engine-port.ts'

/** Names one piece of work, so that an answer cannot reach the wrong question. */
export type Job = number

/** What the page asks of the worker. Plain data only. */
export type EngineCommand =
  | {
      readonly kind: 'load'
      readonly job: Job
      readonly model: ModelRecord
      readonly contextWindow: number
      /** Absolute address of the app's root, which a worker cannot know; ends in `/`. */
      readonly appRoot: string
      readonly takeOver: boolean
    }
  | { readonly kind: 'generate'; readonly job: Job; readonly request: GenerateRequest }
  | { readonly kind: 'stop'; readonly job: Job }
  | { readonly kind: 'unload'; readonly job: Job }

/** What the worker answers. `lost` alone belongs to no job. */
export type EngineReport =
  | { readonly kind: 'progress'; readonly job: Job; readonly progress: LoadProgress }
  | { readonly kind: 'loaded'; readonly job: Job; readonly loaded: LoadedModel }
  | { readonly kind: 'event'; readonly job: Job; readonly event: EngineEvent }
  | { readonly kind: 'unloaded'; readonly job: Job }
  | { readonly kind: 'failed'; readonly job: Job; readonly failure: ModelFailure }
  | { readonly kind: 'lost'; readonly failure: ModelFailure }

/** A worker's first word, said when it holds the lock that bears its name. */
export const aliveMessage = 'alive'
