import type { Result } from '#lib/result.ts'
import { succeed } from '#lib/result.ts'
import type { StorageFailure } from '../archive-port.ts'
import type { RecordsMeasure } from '../records-port.ts'
import type { DatabaseName } from './database-names.ts'
import { readWholeDatabase } from './whole-database.ts'

/** Measures everything in a database, what cannot be read included, by its length as JSON in UTF-8. */
export async function measureDatabase(name: DatabaseName): Promise<Result<RecordsMeasure, StorageFailure>> {
  const entries = await readWholeDatabase(name)
  if (!entries.ok) return entries
  const bytes = new Blob(entries.value.map(({ found }) => JSON.stringify(found))).size
  return succeed({ count: entries.value.length, bytes })
}
