import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { JournalEntry } from '#converter/journal.ts'
import { journalHead, journalLine, journalName } from '#converter/journal.ts'
import { memoryFolder } from '#testing/fakes/memory-folder.ts'
import type { MemoryWorkbench } from '#testing/fakes/memory-workbench.ts'
import { openMemoryWorkbench } from '#testing/fakes/memory-workbench.ts'
import { browserSupply } from './browser-supply.ts'
import { forgetOrder, noteOrder } from './worker/note-order.ts'

const source = { kind: 'hub', host: 'https://hub.invalid', repository: 'someone/tiny', revision: 'main' } as const
const supply = browserSupply('frame', () => undefined)
let workbenches: Map<string, MemoryWorkbench>

beforeEach(() => {
  workbenches = new Map()
  const root = { getDirectoryHandle: () => Promise.resolve(memoryFolder(workbenches)) }
  vi.stubGlobal('navigator', { storage: { getDirectory: () => Promise.resolve(root) } })
})

afterEach(() => vi.unstubAllGlobals())

/** An order of ten parts and a thousand bytes, with a journal of what was done. */
async function anOrder(entries: readonly JournalEntry[]): Promise<MemoryWorkbench> {
  const workbench = openMemoryWorkbench()
  await noteOrder(workbench, source, { parts: 10, totalBytes: 1000 })
  const journal = await workbench.open(journalName)
  for (const line of [journalHead('print'), ...entries.map(journalLine)]) journal.write(journal.size(), line)
  journal.close()
  return workbench
}

const parts = (count: number): readonly JournalEntry[] => Array.from({ length: count }, (_, part) => ({ part }))

it('lists what was begun, with what is done of it', async () => {
  workbenches.set('tiny', await anOrder(parts(4)))
  expect(await supply.unfinished()).toEqual([{ buildId: 'tiny', source, doneBytes: 400, totalBytes: 1000 }])
})

it('does not count what has to be read anew', async () => {
  workbenches.set('tiny', await anOrder([...parts(6), { unread: [2, 10] }, { part: 2 }]))
  expect(await supply.unfinished()).toMatchObject([{ doneBytes: 300 }])
})

it('lists nothing that is finished, though its journal stays', async () => {
  const workbench = await anOrder(parts(10))
  workbenches.set('tiny', workbench)
  await forgetOrder(workbench)
  expect([await supply.unfinished(), workbench.names()]).toEqual([[], [journalName]])
})

it('leaves nothing of what is given up, begun or finished', async () => {
  workbenches.set('tiny', await anOrder(parts(3)))
  await supply.giveUp('tiny')
  await supply.giveUp('tiny')
  expect([workbenches.size, await supply.unfinished()]).toEqual([0, []])
})
