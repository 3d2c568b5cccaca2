import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { StorageFailure } from '../archive-port.ts'
import { explainStorageError } from '../explain-storage-error.ts'
import type { DatabaseName } from './database-names.ts'
import { openDatabase, readEntries } from './transaction.ts'

/** Everything in a database as it lies there, readable or not, what was set aside included: for export and inventory. */
export function readWholeDatabase(
  name: DatabaseName,
): Promise<Result<readonly { readonly key: IDBValidKey; readonly found: unknown }[], StorageFailure>> {
  return openDatabase(name)('readonly', async (records) => succeed(await readEntries(records)))
}

/** Erases a database with everything in it. Shelves opened on it before can keep nothing until the page is loaded anew. */
export async function eraseDatabase(name: DatabaseName): Promise<Result<void, StorageFailure>> {
  try {
    const request = indexedDB.deleteDatabase(name)
    await new Promise<void>((resolve, reject) => {
      request.onsuccess = () => {
        resolve()
      }
      request.onerror = () => {
        reject(request.error ?? new Error('The database could not be erased'))
      }
    })
    return succeed(undefined)
  } catch (error) {
    return fail(explainStorageError(error))
  }
}
