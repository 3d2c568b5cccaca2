import type { Network } from './network-port.ts'

/** Waits; ends at once when the signal is aborted. */
export function pause(network: Network, milliseconds: number, signal: AbortSignal): Promise<void> {
  return firstOf(signal, [(end) => network.after(milliseconds, end)]).then(() => undefined)
}

/** Waits until the machine is online or the time is over; ends at once when the signal is aborted. */
export async function untilOnline(network: Network, milliseconds: number, signal: AbortSignal): Promise<boolean> {
  const first = await firstOf(signal, [(end) => network.onOnline(end), (end) => network.after(milliseconds, end)])
  return first === 0
}

type Begin = (end: () => void) => () => void

/** Which of the things happened first, by its place; null for the signal. The others are cancelled. */
function firstOf(signal: AbortSignal, begins: readonly Begin[]): Promise<number | null> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve(null)
      return
    }
    const cancels: (() => void)[] = []
    const settle = (first: number | null): void => {
      signal.removeEventListener('abort', onAbort)
      for (const cancel of cancels) cancel()
      resolve(first)
    }
    const onAbort = (): void => settle(null)
    signal.addEventListener('abort', onAbort)
    begins.forEach((begin, place) => cancels.push(begin(() => settle(place))))
  })
}
