import type { Instant } from '#lib/time.ts'
import type { SupplyProgress } from '#domain/models/supply-progress.ts'
import { supplyStarting } from '#domain/models/supply-progress.ts'
import { addBytes, bytesPerSecond, secondsLeft, startRate } from '../sources/transfer-rate.ts'
import type { Report } from './get-needs.ts'

/** How often at most progress is told, in milliseconds: the page draws it, and the eye follows no faster. */
const interval = 250

/** Gathers what the work says into progress with speed and time left, told now and then. */
export function progressReport(now: () => Instant, tell: (progress: SupplyProgress) => void): Omit<Report, 'request'> {
  let progress = supplyStarting
  let rate = startRate(now())
  let toldAt = 0

  function change(changes: Partial<SupplyProgress>, isUrgent: boolean): void {
    const at = now()
    const left = Math.max(0, progress.totalBytes - progress.doneBytes)
    const speed = { bytesPerSecond: bytesPerSecond(rate, at), secondsLeft: secondsLeft(rate, at, left) }
    progress = { ...progress, ...speed, ...changes }
    if (!isUrgent && at - toldAt < interval) return
    toldAt = at
    tell(progress)
  }

  return {
    stage: (stage) => change({ stage }, true),
    done: (doneBytes, totalBytes) => change({ doneBytes, totalBytes }, doneBytes === totalBytes),
    arrived(bytes) {
      rate = addBytes(rate, now(), bytes)
      change({ waiting: null }, progress.waiting !== null)
    },
    waiting: (waiting) => change({ waiting }, true),
  }
}
