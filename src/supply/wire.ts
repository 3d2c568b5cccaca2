import type { BuiltModel } from '#domain/models/built-model.ts'
import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import type { SupplyProgress } from '#domain/models/supply-progress.ts'
import type { RequestRecord } from './sources/transfer-line.ts'
import type { SupplyOrder } from './supply-port.ts'

/** What the downloader's document tells its worker first of all. */
export interface DownloaderStart {
  /** The page's end of the wire leads here. */
  readonly port: MessagePort
  readonly partScriptUrl: string
  /** Absolute address of the app's root; ends in `/`. */
  readonly appRoot: string
}

/** What the page asks of the downloader's worker: one order, the worker's whole life. Files travel by reference. */
export interface SupplyCommand {
  readonly kind: 'get'
  readonly order: SupplyOrder
}

export type SupplyReport =
  | { readonly kind: 'progress'; readonly progress: SupplyProgress }
  | { readonly kind: 'request'; readonly request: RequestRecord }
  | { readonly kind: 'built'; readonly built: BuiltModel }
  | { readonly kind: 'failed'; readonly failure: SupplyFailure }
