import { fail, succeed } from '#lib/result.ts'
import type { Shelf } from '../archive-port.ts'
import { openAll } from '../contents.ts'
import type { Now, Schema } from '../envelope.ts'
import { envelop, open } from '../envelope.ts'
import type { DatabaseName } from './database-names.ts'
import { answerOf, decideIn, openDatabase, readEntries } from './transaction.ts'

/**
 * A shelf in IndexedDB. A record lies under its id; one that was set aside lies under `['aside', id, time]`, where it is
 * no record any more and nothing writes over it.
 */
export function openIdbShelf<T>(schema: Schema<T>, name: DatabaseName, clock: Now): Shelf<T> {
  const database = openDatabase(name)
  return {
    read: (id) =>
      database('readonly', async (records) => {
        const found: unknown = await answerOf<unknown>(records.get(id))
        if (found === undefined) return succeed(undefined)
        const opened = open(schema, found)
        return opened.ok ? succeed(opened.value.value) : opened
      }),

    readAll: () =>
      database('readonly', async (records) => {
        const entries = await readEntries(records)
        const own = entries.flatMap(({ key, found }) => (typeof key === 'string' ? [{ id: key, found }] : []))
        return succeed(openAll(schema, own))
      }),

    write: (id, value) =>
      database('readwrite', (records) =>
        decideIn<unknown>(records.get(id), (found) => {
          const opened = found === undefined ? null : open(schema, found)
          if (opened !== null && !opened.ok) return fail(opened.failure)
          records.put(envelop(schema, value, clock.now()), id)
          return succeed(undefined)
        }),
      ),

    setAside: (id) =>
      database('readwrite', (records) =>
        decideIn<unknown>(records.get(id), (found) => {
          if (found === undefined || open(schema, found).ok) return succeed(undefined)
          records.add(found, ['aside', id, clock.now()])
          records.delete(id)
          return succeed(undefined)
        }),
      ),

    remove: (id) => database('readwrite', (records) => decideIn(records.delete(id), () => succeed(undefined))),
  }
}
