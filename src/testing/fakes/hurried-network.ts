import { instant } from '#lib/time.ts'
import type { Network } from '#supply/sources/network-port.ts'
import type { RequestRecord, TransferEvents, TransferLine } from '#supply/sources/transfer-line.ts'
import { defaultPatience } from '#supply/sources/transfer-line.ts'

/** Node's own network, on which a second of waiting lasts a millisecond. */
export interface HurriedNetwork extends Network {
  /** Seconds of everything that was waited for, looks for a stall included. */
  readonly waits: number[]
  isUp: boolean
  comeOnline(): void
}

export function hurriedNetwork({ random = () => 0.5 }: { readonly random?: () => number } = {}): HurriedNetwork {
  const waitingForNetwork = new Set<() => void>()
  const network: HurriedNetwork = {
    waits: [],
    isUp: true,
    request: (url, init) => (network.isUp ? fetch(url, init) : Promise.reject(new TypeError('fetch failed'))),
    now: () => instant(1_770_000_000_000),
    after(milliseconds, action) {
      network.waits.push(milliseconds / 1000)
      const timer = setTimeout(action, milliseconds / 1000)
      return () => clearTimeout(timer)
    },
    random,
    isOnline: () => network.isUp,
    onOnline(action) {
      waitingForNetwork.add(action)
      return () => void waitingForNetwork.delete(action)
    },
    comeOnline() {
      network.isUp = true
      for (const action of [...waitingForNetwork]) action()
      waitingForNetwork.clear()
    },
  }
  return network
}

export interface ListenedLine extends TransferLine {
  readonly network: HurriedNetwork
  readonly records: RequestRecord[]
  readonly waitings: Parameters<NonNullable<TransferEvents['onWaiting']>>[0][]
  /** Bytes that arrived. */
  arrived: number
}

/** A line that remembers what it was told. Half a real second without a byte is a stall. */
export function listenedLine(network: HurriedNetwork = hurriedNetwork(), stallSeconds = 500): ListenedLine {
  const line: ListenedLine = {
    network,
    patience: { ...defaultPatience, stallSeconds },
    records: [],
    waitings: [],
    arrived: 0,
    events: {
      onBytes: (bytes) => void (line.arrived += bytes),
      onWaiting: (waiting) => void line.waitings.push(waiting),
      onRequest: (record) => void line.records.push(record),
    },
  }
  return line
}

/** The same numbers from 0 to below 1 for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
