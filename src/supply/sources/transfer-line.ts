import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import type { WaitingReason } from '#domain/models/supply-progress.ts'
import type { Network } from './network-port.ts'

/** Everything that fetching needs beside an address: the network, who listens, and how long to be patient. */
export interface TransferLine {
  readonly network: Network
  readonly events: TransferEvents
  readonly patience: Patience
}

export interface TransferEvents {
  /** So many more bytes have arrived, whether they are of use or not. */
  readonly onBytes?: (bytes: number) => void
  /** Nothing is asked for until the time is over. The next bytes say that it is. */
  readonly onWaiting?: (waiting: { readonly reason: WaitingReason; readonly seconds: number | null }) => void
  /** A request has ended, however it ended. */
  readonly onRequest?: (record: RequestRecord) => void
}

/** One request, for the page that shows what left this machine. */
export interface RequestRecord {
  /** The host that was asked; the one that answered can be another, after redirects. */
  readonly askedHost: string
  readonly host: string
  readonly file: string
  /** The bytes that were asked for; both null for a whole file of unknown length. */
  readonly begin: number | null
  readonly end: number | null
  /** Bytes of the body that arrived. */
  readonly bytes: number
  /** Null where no answer came. */
  readonly status: number | null
}

export interface Patience {
  /** A request that brings no byte for so long is given up and made again. */
  readonly stallSeconds: number
  /** Further tries after one that brought nothing; any byte that arrives gives all of them back. */
  readonly retries: number
  /** The first wait between tries; it doubles with every further one. */
  readonly firstWaitSeconds: number
  /** The first wait after HTTP 429 or 503 without a time. */
  readonly firstBusyWaitSeconds: number
  /** No wait of our own is longer. */
  readonly longestOwnWaitSeconds: number
  /** A host that asks to wait longer is not waited for, but named. */
  readonly longestAskedWaitSeconds: number
  /** How long a machine may be offline before the transfer ends as unreachable. It can be taken up again. */
  readonly offlineSeconds: number
}

export const defaultPatience: Patience = {
  stallSeconds: 30,
  // 1 + 2 + 4 + 8 + 16 + 30 seconds at most: about a minute.
  retries: 6,
  firstWaitSeconds: 1,
  firstBusyWaitSeconds: 4,
  longestOwnWaitSeconds: 30,
  // The hub counts requests in windows of five minutes (https://huggingface.co/docs/hub/rate-limits).
  longestAskedWaitSeconds: 300,
  offlineSeconds: 600,
}

/** What a read ends with once its signal is aborted. Nobody shows it: whoever aborts knows why. */
export const stopped: SupplyFailure = { kind: 'unexpected', detail: 'stopped' }
