import { fail, succeed } from '#lib/result.ts'
import type { Log } from '../archive-port.ts'
import { openEvents } from '../contents.ts'
import type { Now, Schema } from '../envelope.ts'
import { envelop } from '../envelope.ts'
import { openMemoryDatabase, readingTrouble } from './memory-database.ts'

/** A log that forgets with the page; the twin of the one in IndexedDB. */
export function openMemoryLog<E>(schema: Schema<E>, clock: Now, database = openMemoryDatabase()): Log<E> {
  const { records } = database
  return {
    append: (event) => {
      if (database.trouble !== null) return Promise.resolve(fail(database.trouble))
      records.set(records.size + 1, structuredClone(envelop(schema, event, clock.now())))
      return Promise.resolve(succeed(undefined))
    },

    readAll: () => {
      const trouble = readingTrouble(database)
      return Promise.resolve(trouble === null ? succeed(openEvents(schema, [...records.values()])) : fail(trouble))
    },
  }
}
