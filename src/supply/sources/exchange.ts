import type { Network } from './network-port.ts'
import type { TransferLine } from './transfer-line.ts'

export interface Asked {
  readonly url: string
  readonly file: string
  /** Null asks for the whole file. */
  readonly range: { readonly begin: number; readonly end: number } | null
  readonly signal: AbortSignal
}

/** What to do with an answer, by its status and headers. `R` is why it is refused. */
export type Verdict<R> =
  /** `take` is given the body piece by piece and says whether it wants more. */
  | { readonly kind: 'take'; readonly take: (chunk: Uint8Array) => boolean }
  | { readonly kind: 'refuse'; readonly why: R }

export type Outcome<R> =
  /** The body came to its end. */
  | { readonly kind: 'ended' }
  /** Nothing more was wanted. */
  | { readonly kind: 'enough' }
  | { readonly kind: 'refused'; readonly why: R }
  /** No connection, or one that broke. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'stalled' }
  | { readonly kind: 'stopped' }

/** Parts of the stall time after which it is looked whether something came. */
const looks = 6

/**
 * One request and its answer. Plain GET, without cookies, referrer or any header but `Range`: one range of bytes is a
 * CORS-safelisted header (https://fetch.spec.whatwg.org/#simple-range-header-value), so no host is asked for permission
 * before. The HTTP cache is left alone: it would keep gigabytes a second time.
 */
export async function exchange<R>(
  { network, events, patience }: TransferLine,
  { url, file, range, signal }: Asked,
  judge: (response: Response, host: string) => Verdict<R>,
): Promise<Outcome<R>> {
  const control = new AbortController()
  const end = endOnce(() => control.abort())
  const onAbort = (): void => end.now('stopped')
  signal.addEventListener('abort', onAbort)
  if (signal.aborted) onAbort()
  const watch = watchForStall(network, patience.stallSeconds, () => end.now('stalled'))
  const askedHost = hostOf(url)
  let [host, status, bytes]: [string, number | null, number] = [askedHost, null, 0]
  try {
    if (signal.aborted) return { kind: 'stopped' }
    const response = await Promise.race([network.request(url, requestInit(range, control.signal)), end.reached])
    if (typeof response === 'string') return { kind: response }
    status = response.status
    if (response.url !== '') host = hostOf(response.url)
    watch.stir()
    const verdict = judge(response, host)
    if (verdict.kind === 'refuse') return { kind: 'refused', why: verdict.why }
    const reader = response.body?.getReader()
    for (;;) {
      const read = await Promise.race([reader?.read(), end.reached])
      if (typeof read === 'string') return { kind: read }
      if (read?.value === undefined) return { kind: 'ended' }
      watch.stir()
      bytes += read.value.length
      events.onBytes?.(read.value.length)
      if (!verdict.take(read.value)) return { kind: 'enough' }
    }
  } catch {
    return { kind: 'broken' }
  } finally {
    watch.stop()
    signal.removeEventListener('abort', onAbort)
    control.abort()
    const asked = { begin: range?.begin ?? null, end: range?.end ?? null }
    events.onRequest?.({ askedHost, host, file, ...asked, bytes, status })
  }
}

/** Host and port of an address; the address itself where it is none. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return url
  }
}

function requestInit(range: Asked['range'], signal: AbortSignal): RequestInit {
  return {
    method: 'GET',
    mode: 'cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'follow',
    cache: 'no-store',
    signal,
    ...(range === null ? {} : { headers: { Range: `bytes=${range.begin}-${range.end - 1}` } }),
  }
}

type Cause = 'stopped' | 'stalled'

function endOnce(onEnd: () => void): { now: (cause: Cause) => void; readonly reached: Promise<Cause> } {
  let now: (cause: Cause) => void = () => undefined
  const reached = new Promise<Cause>((resolve) => {
    now = (cause) => {
      resolve(cause)
      onEnd()
    }
  })
  return { now: (cause) => now(cause), reached }
}

/** Calls `onStall` when nothing stirred for so long, or up to a sixth longer: it looks now and then, not at every byte. */
function watchForStall(network: Network, seconds: number, onStall: () => void): { stir: () => void; stop: () => void } {
  let quiet = 0
  let cancel: () => void = () => undefined
  const look = (): void => {
    quiet += 1
    if (quiet > looks) onStall()
    else cancel = network.after((seconds * 1000) / looks, look)
  }
  cancel = network.after((seconds * 1000) / looks, look)
  return { stir: () => void (quiet = 0), stop: () => cancel() }
}
