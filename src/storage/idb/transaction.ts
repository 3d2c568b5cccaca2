import type { UseStore } from 'idb-keyval'
import { createStore } from 'idb-keyval'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { StorageFailure } from '../archive-port.ts'
import { explainStorageError } from '../explain-storage-error.ts'
import type { DatabaseName } from './database-names.ts'
import { storeName } from './database-names.ts'

/** Runs `work` in one transaction of one database; nothing that the browser throws gets out. */
export type Database = <R>(
  mode: IDBTransactionMode,
  work: (records: IDBObjectStore) => Promise<Result<R, StorageFailure>>,
) => Promise<Result<R, StorageFailure>>

export function openDatabase(name: DatabaseName): Database {
  // Made at the first use: where there is no IndexedDB, even asking for it throws.
  let store: UseStore | null = null
  return async (mode, work) => {
    try {
      store ??= createStore(name, storeName)
      return await store(mode, (records) => {
        // Lets another tab erase this database; without it the erasing would wait for this tab to close.
        records.transaction.db.onversionchange = () => {
          records.transaction.db.close()
        }
        return work(records)
      })
    } catch (error) {
      return fail(explainStorageError(error))
    }
  }
}

/**
 * Asks one thing and changes others by the answer, all in the request's transaction: `decide` sees what was found and
 * may change records. Its verdict is the result once everything in the transaction was kept.
 */
export function decideIn<F>(
  request: IDBRequest<F>,
  decide: (found: F) => Result<void, StorageFailure>,
): Promise<Result<void, StorageFailure>> {
  return new Promise((resolve) => {
    const transaction = request.transaction
    let verdict: Result<void, StorageFailure> = succeed(undefined)
    request.onsuccess = () => {
      try {
        verdict = decide(request.result)
      } catch (error) {
        verdict = fail(explainStorageError(error))
        transaction?.abort()
      }
    }
    if (transaction === null) return
    transaction.oncomplete = () => {
      resolve(verdict)
    }
    transaction.onabort = () => {
      resolve(verdict.ok ? fail(explainStorageError(transaction.error)) : verdict)
    }
  })
}

/** Every key and what lies under it, in the order of the keys. */
export async function readEntries(
  records: IDBObjectStore,
): Promise<readonly { readonly key: IDBValidKey; readonly found: unknown }[]> {
  const [keys, values] = await Promise.all([answerOf(records.getAllKeys()), answerOf<unknown[]>(records.getAll())])
  return keys.map((key, index) => ({ key, found: values[index] }))
}

/** A request's answer as a promise. */
export function answerOf<R>(request: IDBRequest<R>): Promise<R> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('The request failed without a reason'))
    }
  })
}
