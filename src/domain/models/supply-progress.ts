/** How far a model is on its way onto this machine. */
export interface SupplyProgress {
  readonly stage: SupplyStage
  /** Bytes of the source that are done for good, and all of them; both 0 while that is not known. */
  readonly doneBytes: number
  readonly totalBytes: number
  /** Over the last seconds; null before anything can be said. */
  readonly bytesPerSecond: number | null
  readonly secondsLeft: number | null
  /** The host asked to wait, or the network is away: how long until the next try. */
  readonly waiting: { readonly reason: WaitingReason; readonly seconds: number | null } | null
}

/** `asking`: what there is. `fetching`: reading and converting. `finishing`: what is small and comes last. */
export type SupplyStage = 'asking' | 'fetching' | 'finishing'

export type WaitingReason = 'busy' | 'retry' | 'offline'

export const supplyStarting: SupplyProgress = {
  stage: 'asking',
  doneBytes: 0,
  totalBytes: 0,
  bytesPerSecond: null,
  secondsLeft: null,
  waiting: null,
}
