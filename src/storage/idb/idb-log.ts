import { succeed } from '#lib/result.ts'
import type { Log } from '../archive-port.ts'
import { openEvents } from '../contents.ts'
import type { Now, Schema } from '../envelope.ts'
import { envelop } from '../envelope.ts'
import type { DatabaseName } from './database-names.ts'
import { decideIn, openDatabase, readEntries } from './transaction.ts'

/**
 * A log in IndexedDB. Events lie under 1, 2, 3 …: the next number is taken in the transaction that writes, so two tabs
 * cannot take the same one, and a clock that was set back does not change the order.
 */
export function openIdbLog<E>(schema: Schema<E>, name: DatabaseName, clock: Now): Log<E> {
  const database = openDatabase(name)
  return {
    append: (event) =>
      database('readwrite', (records) =>
        decideIn(records.openKeyCursor(null, 'prev'), (last) => {
          const number = typeof last?.key === 'number' ? last.key + 1 : 1
          records.add(envelop(schema, event, clock.now()), number)
          return succeed(undefined)
        }),
      ),

    readAll: () =>
      database('readonly', async (records) => {
        const entries = await readEntries(records)
        return succeed(
          openEvents(
            schema,
            entries.map(({ found }) => found),
          ),
        )
      }),
  }
}
