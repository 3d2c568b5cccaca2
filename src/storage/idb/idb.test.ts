import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { createStore, promisifyRequest, set } from 'idb-keyval'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { manualClock } from '#testing/builders/manual-clock.ts'
import { describeLog } from '#testing/contracts/log-contract.ts'
import { noteSchema } from '#testing/contracts/note.ts'
import { describeShelf } from '#testing/contracts/shelf-contract.ts'
import { databaseNames, storeName } from './database-names.ts'
import { openIdbLog } from './idb-log.ts'
import { openIdbShelf } from './idb-shelf.ts'
import { measureDatabase } from './measure-database.ts'
import { eraseDatabase, readWholeDatabase } from './whole-database.ts'

const { conversations: shelfName, reviews: logName } = databaseNames

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})

afterEach(() => {
  vi.unstubAllGlobals()
})

function fillDisk(): void {
  const full = (): never => {
    throw new DOMException('No room', 'QuotaExceededError')
  }
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full)
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(full)
}

function takeStorageAway(): void {
  vi.stubGlobal('indexedDB', undefined)
}

describeShelf('IndexedDB', () => ({
  open: (clock) => openIdbShelf(noteSchema, shelfName, clock),
  plant: (id, found) => set(id, found, createStore(shelfName, storeName)),
  countSetAside: async () => {
    const entries = await readWholeDatabase(shelfName)
    return entries.ok ? entries.value.filter(({ key }) => Array.isArray(key) && key[0] === 'aside').length : -1
  },
  fillDisk,
  takeStorageAway,
}))

describeLog('IndexedDB', () => ({
  open: (clock) => openIdbLog(noteSchema, logName, clock),
  plant: async (found) => {
    const store = createStore(logName, storeName)
    const count = await store('readonly', (records) => promisifyRequest(records.count()))
    await set(count + 1, found, store)
  },
  fillDisk,
  takeStorageAway,
}))

describe('IndexedDB', () => {
  it('says that the disk is full when the browser finds out only at the end of a transaction', async () => {
    const shelf = openIdbShelf(noteSchema, shelfName, manualClock())
    await shelf.write('a', { text: 'before' })
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      const request = this.getKey('a') as IDBRequest<IDBValidKey>
      Object.defineProperty(this.transaction, 'error', { value: new DOMException('No room', 'QuotaExceededError') })
      this.transaction.abort()
      return request
    })
    expect(await shelf.write('a', { text: 'after' })).toEqual({ ok: false, failure: { kind: 'full' } })
  })

  it('says that a value cannot be kept without throwing', async () => {
    const shelf = openIdbShelf(noteSchema, shelfName, manualClock())
    const uncloneable = { text: 'x', extra: () => 1 }
    expect(await shelf.write('a', uncloneable)).toMatchObject({ ok: false, failure: { kind: 'unavailable' } })
    expect(await shelf.read('a')).toEqual({ ok: true, value: undefined })
  })

  it('erases a database while a shelf is open on it', async () => {
    const shelf = openIdbShelf(noteSchema, shelfName, manualClock())
    await shelf.write('a', { text: 'x' })
    expect(await eraseDatabase(shelfName)).toMatchObject({ ok: true })
    expect(await readWholeDatabase(shelfName)).toEqual({ ok: true, value: [] })
  })

  it('is measured by its records, those that cannot be read included', async () => {
    const shelf = openIdbShelf(noteSchema, shelfName, manualClock())
    expect(await measureDatabase(shelfName)).toEqual({ ok: true, value: { count: 0, bytes: 0 } })
    await shelf.write('a', { text: '문진' })
    await set('b', 'damaged', createStore(shelfName, storeName))
    const kept = await readWholeDatabase(shelfName)
    const text = kept.ok ? kept.value.map(({ found }) => JSON.stringify(found)).join('') : ''
    expect(await measureDatabase(shelfName)).toEqual({
      ok: true,
      value: { count: 2, bytes: new TextEncoder().encode(text).length },
    })
    takeStorageAway()
    expect(await measureDatabase(logName)).toMatchObject({ ok: false, failure: { kind: 'unavailable' } })
  })
})
