import type { SupplyFailure } from '#domain/models/supply-failure.ts'

/** What it means that a scratch file could not be written: the disk is full, or the browser has taken storage away. */
export function explainWorkbench(error: unknown): SupplyFailure {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'QuotaExceededError') return { kind: 'storageFull', neededBytes: 0 }
  // Another tab's downloader has the file open.
  if (name === 'NoModificationAllowedError') return { kind: 'elsewhere' }
  return { kind: 'storageUnavailable', detail: String(error) }
}
