import { describeLog } from '#testing/contracts/log-contract.ts'
import { noteSchema } from '#testing/contracts/note.ts'
import { describeShelf } from '#testing/contracts/shelf-contract.ts'
import { openMemoryDatabase } from './memory-database.ts'
import { openMemoryLog } from './memory-log.ts'
import { openMemoryShelf } from './memory-shelf.ts'

describeShelf('memory', () => {
  const database = openMemoryDatabase()
  return {
    open: (clock) => openMemoryShelf(noteSchema, clock, database),
    plant: (id, found) => {
      database.records.set(id, found)
      return Promise.resolve()
    },
    countSetAside: () => Promise.resolve(database.setAside.length),
    fillDisk: () => {
      database.trouble = { kind: 'full' }
    },
    takeStorageAway: () => {
      database.trouble = { kind: 'unavailable', detail: 'no storage' }
    },
  }
})

describeLog('memory', () => {
  const database = openMemoryDatabase()
  return {
    open: (clock) => openMemoryLog(noteSchema, clock, database),
    plant: (found) => {
      database.records.set(database.records.size + 1, found)
      return Promise.resolve()
    },
    fillDisk: () => {
      database.trouble = { kind: 'full' }
    },
    takeStorageAway: () => {
      database.trouble = { kind: 'unavailable', detail: 'no storage' }
    },
  }
})
