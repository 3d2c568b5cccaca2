import type { Result } from '#lib/result.ts'
import type { Instant } from '#lib/time.ts'

/** Everything that is kept of a student's work, by kind. `T` of each shelf is the current shape of its records. */
export interface Shelf<T> {
  read(id: string): Promise<Result<T | undefined, StorageFailure>>
  /** Every readable record, newest first, and beside them those that could not be read. */
  readAll(): Promise<Result<ShelfContents<T>, StorageFailure>>
  /**
   * Refuses an id whose kept record could not be read, until that was set aside: nothing unreadable is overwritten.
   * Writes and removals that overlap are done in the order they were asked for.
   */
  write(id: string, value: T): Promise<Result<void, StorageFailure>>
  /** Moves a record that could not be read out of the way, where export still finds it. */
  setAside(id: string): Promise<Result<void, StorageFailure>>
  remove(id: string): Promise<Result<void, StorageFailure>>
}

export interface ShelfContents<T> {
  readonly records: readonly { readonly id: string; readonly savedAt: Instant; readonly value: T }[]
  readonly unreadable: readonly { readonly id: string; readonly failure: StorageFailure }[]
}

/** An append-only record of what happened. Appended events are never changed. */
export interface Log<E> {
  append(event: E): Promise<Result<void, StorageFailure>>
  /** All events in the order they were appended. One damaged event does not hide the others: it is counted. */
  readAll(): Promise<Result<{ readonly events: readonly E[]; readonly unreadable: number }, StorageFailure>>
}

export type StorageFailure =
  | { readonly kind: 'unavailable'; readonly detail: string }
  | { readonly kind: 'full' }
  | { readonly kind: 'damaged'; readonly detail: string }
  | { readonly kind: 'fromTheFuture'; readonly version: number }
