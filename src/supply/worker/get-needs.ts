import type { ConvertParts, FileHashing, Finished, NewHasher, Workbench } from '#converter/conversion-ports.ts'
import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import type { SupplyStage, WaitingReason } from '#domain/models/supply-progress.ts'
import type { Network } from '../sources/network-port.ts'
import type { Digest } from '../sources/small-file.ts'
import type { Patience, RequestRecord } from '../sources/transfer-line.ts'

/** What carrying out an order needs of the machine: a worker's, or a test's. */
export interface GetNeeds {
  readonly network: Network
  readonly patience: Patience
  readonly digest: Digest
  readonly newHasher: NewHasher
  readonly fileHashing: FileHashing
  readonly convert: ConvertParts
  /** Files of this build that are not done yet, and the journal of how it was made. */
  readonly workbench: Workbench
  /** Where the build's files go; `version` is part of their address. */
  readonly finished: (version: string) => Finished<SupplyFailure>
  readonly partsInFlight: number
  /** Sizes other than the usual ones, in bytes: small models are cut finely where that is what is looked at. */
  readonly sizes?: { readonly partBytes: number; readonly shardCap: number }
}

/** What the work says of itself while it goes on. */
export interface Report {
  stage(stage: SupplyStage): void
  done(doneBytes: number, totalBytes: number): void
  /** Bytes that have come from the source, for the speed. */
  arrived(bytes: number): void
  waiting(waiting: { readonly reason: WaitingReason; readonly seconds: number | null }): void
  request(record: RequestRecord): void
}
