import { fail, succeed } from '#lib/result.ts'
import type { Instant } from '#lib/time.ts'
import { instant } from '#lib/time.ts'
import type { Log, Shelf, StorageFailure } from '#storage/archive-port.ts'

// For tests of the quiz: a shelf and a log that can be made to fail.

export interface ForgetfulShelf<T> extends Shelf<T> {
  readonly written: Map<string, T>
  /** When everything on it was kept. */
  savedAt: Instant
  failure: StorageFailure | null
}

export function memoryShelf<T>(records: readonly (readonly [string, T])[] = []): ForgetfulShelf<T> {
  const written = new Map(records)
  return {
    written,
    savedAt: instant(0),
    failure: null,
    read: (id) => Promise.resolve(succeed(written.get(id))),
    readAll() {
      if (this.failure !== null) return Promise.resolve(fail(this.failure))
      const kept = [...written].toReversed().map(([id, value]) => ({ id, savedAt: this.savedAt, value }))
      return Promise.resolve(succeed({ records: kept, unreadable: [] }))
    },
    write(id, value) {
      if (this.failure !== null) return Promise.resolve(fail(this.failure))
      written.set(id, value)
      return Promise.resolve(succeed(undefined))
    },
    setAside: () => Promise.resolve(succeed(undefined)),
    remove: () => Promise.resolve(succeed(undefined)),
  }
}

export interface ForgetfulLog<E> extends Log<E> {
  readonly events: E[]
  failure: StorageFailure | null
}

export function memoryLog<E>(past: readonly E[] = []): ForgetfulLog<E> {
  const events = [...past]
  return {
    events,
    failure: null,
    append(event) {
      if (this.failure !== null) return Promise.resolve(fail(this.failure))
      events.push(event)
      return Promise.resolve(succeed(undefined))
    },
    readAll() {
      if (this.failure !== null) return Promise.resolve(fail(this.failure))
      return Promise.resolve(succeed({ events: [...events], unreadable: 0 }))
    },
  }
}

/** Lets everything that only waits for promises happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve()
}
