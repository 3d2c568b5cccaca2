import type { Instant } from '#lib/time.ts'
import type { ModelFailure } from './failure.ts'

/** What a start of a model showed of the GPU's memory. */
export interface LoadExperience {
  /** The sum that the start was judged by: weights, cache and work. */
  readonly totalBytes: number
  /** `crashed`: it took the page, the engine or the GPU's device with it, for lack of memory or for another reason. */
  readonly outcome: 'ready' | 'outOfMemory' | 'crashed'
  readonly at: Instant
}

/** How a start ended, or what the page that comes after it finds. */
export interface StartFound {
  /** Of the start guard: a start began and never ended. */
  readonly lastStartFailed: boolean
  /** Where the models stand now; in a page that was just opened, `idle`. */
  readonly status:
    { readonly kind: 'idle' | 'loading' | 'ready' } | { readonly kind: 'failed'; readonly failure: ModelFailure }
}

/**
 * What a start says of the GPU's memory; null where it says nothing, as when a file was missing or the student stopped
 * it. A model that was ready and lost its device later is no start.
 */
export function experienceOf(found: StartFound, totalBytes: number, at: Instant): LoadExperience | null {
  const outcome = outcomeOf(found)
  return outcome === null ? null : { totalBytes, outcome, at }
}

function outcomeOf({ status, lastStartFailed }: StartFound): LoadExperience['outcome'] | null {
  switch (status.kind) {
    case 'ready':
      return 'ready'
    case 'failed':
      return status.failure.kind === 'outOfMemory' ? 'outOfMemory' : endedByForce(status.failure) ? 'crashed' : null
    case 'idle':
      return lastStartFailed ? 'crashed' : null
    case 'loading':
      return null
  }
}

function endedByForce({ kind }: ModelFailure): boolean {
  return kind === 'deviceLost' || kind === 'workerDied'
}

/** What holds of all that was experienced. */
export interface Lessons {
  /** The largest sum that got ready and did not fail since; 0 where none did. */
  readonly provenBytes: number
  /** The smallest sum that ran out of memory, and the smallest that crashed, unless as much got ready since. */
  readonly outOfMemory: LoadExperience | null
  readonly crashed: LoadExperience | null
}

/** A start that got ready takes back failures of sums that were no larger, and a failure what once got ready above it. */
export function lessonsOf(experience: readonly LoadExperience[]): Lessons {
  const isReady = (one: LoadExperience): boolean => one.outcome === 'ready'
  const holds = experience.filter(
    (one) =>
      !experience.some(
        (later) =>
          later.at > one.at &&
          isReady(later) !== isReady(one) &&
          (isReady(one) ? later.totalBytes <= one.totalBytes : later.totalBytes >= one.totalBytes),
      ),
  )
  const smallest = (outcome: LoadExperience['outcome']): LoadExperience | null =>
    holds
      .filter((one) => one.outcome === outcome)
      .reduce<LoadExperience | null>(
        (least, one) => (least === null || one.totalBytes < least.totalBytes ? one : least),
        null,
      )
  return {
    provenBytes: Math.max(0, ...holds.filter(isReady).map(({ totalBytes }) => totalBytes)),
    outOfMemory: smallest('outOfMemory'),
    crashed: smallest('crashed'),
  }
}
