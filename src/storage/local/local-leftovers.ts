import type { Now, Schema } from '../envelope.ts'
import { envelop, open } from '../envelope.ts'
import type { Leftover, Leftovers } from '../leftovers-port.ts'

/** What every key of a leftover begins with. Frozen: under another name earlier leftovers would not be found. */
const prefix = 'munjin-left'

/** Leftovers in `localStorage`, the one place of a browser that has written when the call returns. */
export function localLeftovers<T>(schema: Schema<T>, clock: Now, pageId: string): Leftovers<T> {
  const ownPrefix = `${prefix}:${schema.kind}:`
  const ownKey = ownPrefix + pageId
  const taken = new Set<string>()

  return {
    putDown(values) {
      const records = values.map((value) => envelop(schema, value, clock.now()))
      withStorage((storage) => {
        if (records.length === 0) storage.removeItem(ownKey)
        else storage.setItem(ownKey, JSON.stringify(records))
      })
    },
    takeUp() {
      const found: Leftover<T>[] = []
      withStorage((storage) => {
        for (const key of Object.keys(storage).filter((name) => name.startsWith(ownPrefix))) {
          const records = readRecords(schema, storage.getItem(key))
          if (records === null) continue
          taken.add(key)
          found.push(...records)
        }
      })
      return found.sort((a, b) => a.savedAt - b.savedAt)
    },
    clear() {
      withStorage((storage) => {
        for (const key of [...taken, ownKey]) storage.removeItem(key)
        taken.clear()
      })
    },
  }
}

/** The records under one key, or null if any of them cannot be read: a newer app may be able to. */
function readRecords<T>(schema: Schema<T>, text: string | null): readonly Leftover<T>[] | null {
  try {
    const found: unknown = JSON.parse(text ?? '')
    if (!Array.isArray(found)) return null
    const opened = found.map((record: unknown) => open(schema, record))
    const readable = opened.flatMap((record) => (record.ok ? [record.value] : []))
    return readable.length === opened.length ? readable : null
  } catch {
    return null
  }
}

function withStorage(act: (storage: Storage) => void): void {
  try {
    act(localStorage)
  } catch {
    // Full or forbidden: the shelves are what keeps things, this is only their net.
  }
}
