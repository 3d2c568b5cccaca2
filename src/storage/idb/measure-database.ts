import type { Result } from '#lib/result.ts'
import { succeed } from '#lib/result.ts'
import type { StorageFailure } from '../archive-port.ts'
import type { RecordsMeasure, WorkKind } from '../records-port.ts'
import type { DatabaseName } from './database-names.ts'
import { databaseNames } from './database-names.ts'
import { readWholeDatabase } from './whole-database.ts'

/** Measures everything in a database, what cannot be read included, by its length as JSON in UTF-8. */
/** Measures what is kept of one kind of work. A bank lies in two databases; it counts once, with the bytes of both. */
export async function measureRecords(kind: WorkKind): Promise<Result<RecordsMeasure, StorageFailure>> {
  if (kind !== 'banks') return measureDatabase(databaseNames[kind])
  const heads = await measureDatabase(databaseNames.bankHeads)
  const parts = heads.ok ? await measureDatabase(databaseNames.bankParts) : heads
  if (!heads.ok || !parts.ok) return parts
  return succeed({ count: heads.value.count, bytes: heads.value.bytes + parts.value.bytes })
}

export async function measureDatabase(name: DatabaseName): Promise<Result<RecordsMeasure, StorageFailure>> {
  const entries = await readWholeDatabase(name)
  if (!entries.ok) return entries
  const bytes = new Blob(entries.value.map(({ found }) => JSON.stringify(found))).size
  return succeed({ count: entries.value.length, bytes })
}
