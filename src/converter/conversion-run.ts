import type { ConversionFault } from '#domain/models/conversion-fault.ts'
import type { ConversionLedger, ConversionProgress } from './conversion-ledger.ts'
import type { ByteSource, ConvertParts, FileHashing, Finished, NewHasher, Workbench } from './conversion-ports.ts'
import type { JournalFile } from './journal-file.ts'
import type { SourceIdentity } from './manifest.ts'
import type { ConversionPlan } from './plan.ts'
import type { Scratch } from './scratch.ts'
import type { SourceHashes } from './source-hashes.ts'

export interface ConversionNeeds<S, F> {
  readonly source: ByteSource<S>
  readonly workbench: Workbench
  readonly convert: ConvertParts
  readonly newHasher: NewHasher
  readonly fileHashing: FileHashing
  readonly finished: Finished<F>
}

export interface ConversionOrder {
  readonly model: string
  readonly source: SourceIdentity
  /** What is put beside the weights, in this order: the chat configuration, the tokenizer's files. */
  readonly documents: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[]
  /** Parts that are read, converted or written at once; each holds its bytes and its writes in memory. */
  readonly partsInFlight?: number
  readonly signal: AbortSignal
  readonly onProgress?: (progress: ConversionProgress) => void
}

export type RunFailure<S, F> =
  | { readonly kind: 'source'; readonly file: string; readonly failure: S }
  | { readonly kind: 'fault'; readonly fault: ConversionFault }
  /** A source file is not what was promised of it, or a shard that was lost not what it was. The next run reads it anew. */
  | { readonly kind: 'wrongHash'; readonly file: string }
  | { readonly kind: 'finished'; readonly file: string; readonly failure: F }
  /** `error` is what the workbench threw: a full disk, a file that another tab holds. */
  | { readonly kind: 'workbench'; readonly error: unknown }

/** A run that is under way: what its lanes share. */
export interface Run<S, F> {
  readonly needs: ConversionNeeds<S, F>
  readonly plan: ConversionPlan
  readonly order: ConversionOrder
  readonly scratch: Scratch
  readonly journal: JournalFile
  readonly ledger: ConversionLedger
  readonly hashes: SourceHashes
  readonly fingerprint: string
  /** Shards that a lane has begun to finish. */
  readonly finishing: Set<number>
  /** A failure, or something thrown, ends every lane. */
  failure: RunFailure<S, F> | undefined
  readonly thrown: unknown[]
}

export function hasEnded<S, F>({ order, failure, thrown }: Run<S, F>): boolean {
  return order.signal.aborted || failure !== undefined || thrown.length > 0
}
