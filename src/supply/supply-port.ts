import type { BuiltModel } from '#domain/models/built-model.ts'
import type { ModelBuild } from '#domain/models/offer.ts'
import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import type { SupplyProgress } from '#domain/models/supply-progress.ts'

/** Brings models onto this machine: from a hub, a host or a folder, converted on the way where they need it. */
export interface SupplyPort {
  /**
   * Gets a build whole. What an earlier, interrupted order of the same build from the same source had done is not done
   * again; of a build that lost a shard, only what that shard is made of is read. Aborting `signal` ends it within a
   * second and rejects with the signal's own reason; what was done stays.
   *
   * @throws SupplyError
   */
  get(order: SupplyOrder, options: SupplyOptions): Promise<BuiltModel>
  /** Orders that were begun and neither finished nor given up, on this machine, in whichever tab. */
  unfinished(): Promise<readonly UnfinishedOrder[]>
  /** Gives up what was begun of a build and frees its room. */
  giveUp(buildId: string): Promise<void>
}

export interface SupplyOrder {
  readonly build: ModelBuild
  readonly source: SupplySource
  /** In tokens; what the model's own configuration says where nobody chooses. */
  readonly contextWindow: number
}

export type SupplySource =
  /** Published safetensors. `revision` is a branch, a tag or a commit; it is pinned to the commit at the first answer. */
  | { readonly kind: 'hub'; readonly host: string; readonly repository: string; readonly revision: string }
  /** A folder that somebody has converted already, on any host. */
  | { readonly kind: 'host'; readonly url: string }
  /** A folder or files that the student picked: safetensors, or converted already. */
  | { readonly kind: 'files'; readonly files: readonly PickedFile[] }

export interface PickedFile {
  /** Below the picked folder, with `/`. */
  readonly path: string
  readonly file: File
}

export interface SupplyOptions {
  readonly signal: AbortSignal
  readonly onProgress: (progress: SupplyProgress) => void
}

export interface UnfinishedOrder {
  readonly buildId: string
  /** A folder cannot be remembered, so an order from one has to be given its files again. */
  readonly source: Exclude<SupplySource, { kind: 'files' }> | { readonly kind: 'files' }
  readonly doneBytes: number
  readonly totalBytes: number
}

/** The only thing that `get` throws, an abort aside. */
export class SupplyError extends Error {
  readonly failure: SupplyFailure

  constructor(failure: SupplyFailure) {
    super(failure.kind)
    this.name = 'SupplyError'
    this.failure = failure
  }
}
