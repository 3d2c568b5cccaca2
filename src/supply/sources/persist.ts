import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { pause, untilOnline } from './pause.ts'
import type { Patience, TransferLine } from './transfer-line.ts'
import { stopped } from './transfer-line.ts'

/** How one try went. */
export type Step<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** No further try would go better. */
  | { readonly kind: 'failed'; readonly failure: SupplyFailure }
  /** Worth another try; `failure` is what it comes to when there is none left. */
  | { readonly kind: 'again'; readonly failure: SupplyFailure; readonly progressed: boolean }

/**
 * Tries again as long as it is worth it: after waits that double and vary by chance, after the time that a busy host
 * asks for, or once the machine is online again. Progress gives all tries back.
 */
export async function persist<T>(
  line: TransferLine,
  signal: AbortSignal,
  attempt: () => Promise<Step<T>>,
): Promise<Result<T, SupplyFailure>> {
  const isStopped = (): boolean => signal.aborted
  for (let fruitless = 0; ;) {
    if (isStopped()) return fail(stopped)
    const step = await attempt()
    if (step.kind === 'done') return succeed(step.value)
    if (isStopped()) return fail(stopped)
    if (step.kind === 'failed') return fail(step.failure)
    fruitless = step.progressed ? 1 : fruitless + 1
    if (fruitless > line.patience.retries) return fail(step.failure)
    if (!(await waitAfter(step.failure, fruitless, line, signal))) return fail(isStopped() ? stopped : step.failure)
  }
}

/** Whether it is worth going on. */
async function waitAfter(
  failure: SupplyFailure,
  fruitless: number,
  { network, events, patience }: TransferLine,
  signal: AbortSignal,
): Promise<boolean> {
  if (failure.kind === 'unreachable' && !network.isOnline()) {
    events.onWaiting?.({ reason: 'offline', seconds: null })
    return untilOnline(network, patience.offlineSeconds * 1000, signal)
  }
  const seconds = waitSeconds(failure, fruitless, patience, network.random())
  if (seconds === null) return false
  events.onWaiting?.({ reason: failure.kind === 'busy' ? 'busy' : 'retry', seconds })
  await pause(network, seconds * 1000, signal)
  return true
}

/** Null where the host asks for more patience than there is. `chance` is from 0 to 1. */
function waitSeconds(failure: SupplyFailure, fruitless: number, patience: Patience, chance: number): number | null {
  if (failure.kind === 'busy' && failure.retryAfterSeconds !== null) {
    // A little more than asked for, so that those who were sent away together do not come back together.
    return failure.retryAfterSeconds > patience.longestAskedWaitSeconds ? null : failure.retryAfterSeconds + chance
  }
  const first = failure.kind === 'busy' ? patience.firstBusyWaitSeconds : patience.firstWaitSeconds
  const wait = Math.min(patience.longestOwnWaitSeconds, first * 2 ** (fruitless - 1))
  return wait * (0.5 + chance / 2)
}
