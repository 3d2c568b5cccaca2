import type { StorageFailure } from './archive-port.ts'

/**
 * What an error of the browser's storage means to a student. A full disk is told by name; everything else (no
 * IndexedDB, a private window that refuses, a connection that was closed) means that nothing can be kept here now.
 */
export function explainStorageError(error: unknown): StorageFailure {
  if (!(error instanceof Error)) return { kind: 'unavailable', detail: String(error) }
  if (error.name === 'QuotaExceededError') return { kind: 'full' }
  return { kind: 'unavailable', detail: `${error.name}: ${error.message}` }
}
