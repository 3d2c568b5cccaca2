import type { StorageFailure } from '../archive-port.ts'

/** What a shelf or log in memory keeps: as forgetful as the page, and able to fail like a disk. */
export interface MemoryDatabase {
  /** Envelopes by id, or by number for a log; whatever lies here is opened as if it came from a disk. */
  readonly records: Map<string | number, unknown>
  readonly setAside: { readonly id: string; readonly found: unknown }[]
  /** While set, nothing can be read or kept, except that a full disk can still be read. */
  trouble: StorageFailure | null
}

export function openMemoryDatabase(): MemoryDatabase {
  return { records: new Map(), setAside: [], trouble: null }
}

/** What keeps reading from working now. */
export function readingTrouble({ trouble }: MemoryDatabase): StorageFailure | null {
  return trouble?.kind === 'full' ? null : trouble
}
