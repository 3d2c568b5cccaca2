import { fail, succeed } from '#lib/result.ts'
import type { Shelf } from '../archive-port.ts'
import { openAll } from '../contents.ts'
import type { Now, Schema } from '../envelope.ts'
import { envelop, open } from '../envelope.ts'
import { openMemoryDatabase, readingTrouble } from './memory-database.ts'

/** A shelf that forgets with the page: for tests, and for a browser that keeps nothing. Passes the same contract. */
export function openMemoryShelf<T>(schema: Schema<T>, clock: Now, database = openMemoryDatabase()): Shelf<T> {
  const { records } = database
  return {
    read: (id) => {
      const trouble = readingTrouble(database)
      if (trouble !== null) return Promise.resolve(fail(trouble))
      const found = records.get(id)
      if (found === undefined) return Promise.resolve(succeed(undefined))
      const opened = open(schema, found)
      return Promise.resolve(opened.ok ? succeed(opened.value.value) : opened)
    },

    readAll: () => {
      const trouble = readingTrouble(database)
      if (trouble !== null) return Promise.resolve(fail(trouble))
      const entries = [...records].map(([id, found]) => ({ id: String(id), found }))
      return Promise.resolve(succeed(openAll(schema, entries)))
    },

    write: (id, value) => {
      if (database.trouble !== null) return Promise.resolve(fail(database.trouble))
      const found = records.get(id)
      const opened = found === undefined ? null : open(schema, found)
      if (opened !== null && !opened.ok) return Promise.resolve(opened)
      records.set(id, structuredClone(envelop(schema, value, clock.now())))
      return Promise.resolve(succeed(undefined))
    },

    setAside: (id) => {
      if (database.trouble !== null) return Promise.resolve(fail(database.trouble))
      const found = records.get(id)
      if (found !== undefined && !open(schema, found).ok) {
        database.setAside.push({ id, found })
        records.delete(id)
      }
      return Promise.resolve(succeed(undefined))
    },

    remove: (id) => {
      // Removing is what frees a full disk.
      const trouble = readingTrouble(database)
      if (trouble !== null) return Promise.resolve(fail(trouble))
      records.delete(id)
      return Promise.resolve(succeed(undefined))
    },
  }
}
