import type { ModelFailure } from './failure.ts'
import type { ModelRecord } from './model-record.ts'

/**
 * The next lower rung after a start or an answer that took more memory than there is: the longest context window that is
 * shorter than the one that failed, in tokens. Null where the failure says nothing of memory, or where only a smaller
 * model is left to try.
 */
export function smallerWindow(
  { contextWindow: { presets } }: Pick<ModelRecord, 'contextWindow'>,
  failed: number,
  { kind }: ModelFailure,
): number | null {
  const mayBeMemory = kind === 'outOfMemory' || kind === 'deviceLost' || kind === 'workerDied'
  const shorter = presets.filter((tokens) => tokens < failed)
  return mayBeMemory && shorter.length > 0 ? Math.max(...shorter) : null
}
