import type { ShelfContents, StorageFailure } from './archive-port.ts'
import type { Schema } from './envelope.ts'
import { open } from './envelope.ts'

/** Opens what lies on a shelf: readable records newest first, and beside them those that could not be read. */
export function openAll<T>(
  schema: Schema<T>,
  entries: readonly { readonly id: string; readonly found: unknown }[],
): ShelfContents<T> {
  const records: ShelfContents<T>['records'][number][] = []
  const unreadable: { readonly id: string; readonly failure: StorageFailure }[] = []
  for (const { id, found } of entries) {
    const opened = open(schema, found)
    if (opened.ok) records.push({ id, ...opened.value })
    else unreadable.push({ id, failure: opened.failure })
  }
  return { records: records.sort((a, b) => b.savedAt - a.savedAt), unreadable }
}

/** Opens a log's events in their order; those that cannot be read are counted. */
export function openEvents<E>(
  schema: Schema<E>,
  found: readonly unknown[],
): { readonly events: readonly E[]; readonly unreadable: number } {
  const opened = found.map((event) => open(schema, event))
  const events = opened.flatMap((event) => (event.ok ? [event.value.value] : []))
  return { events, unreadable: opened.length - events.length }
}
