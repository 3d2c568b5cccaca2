import { beforeEach, describe, expect, it } from 'vitest'
import type { KeptPieces } from '#domain/models/kept.ts'
import { aStore, storedBuild, storedMade, storedMini } from '#testing/builders/storage-over-fakes.ts'
import type { Inventory, Removable } from './storage-report.ts'

let store: ReturnType<typeof aStore>

beforeEach(async () => {
  store = aStore()
  await store.keep(storedMini)
  await store.keep(storedMade)
  await store.keepShard('mini', '1', 70)
  await store.keepShard('begun', 'x', 5)
  store.scratch.put('begun/order.json', new Uint8Array(20))
  store.scratch.put('tiny-q4f16_1/order.json', new Uint8Array(15))
  store.scratch.put('remains/scratch_0.bin', new Uint8Array(3))
})

async function lookAt(...options: Parameters<typeof store.open>) {
  const opened = store.open(...options)
  await opened.report.look()
  return opened
}

const sizes = (pieces: readonly KeptPieces[]) => pieces.map(({ modelId, bytes }) => [modelId, bytes])

describe('what is kept', () => {
  it('is told thing by thing', async () => {
    const { inventory, report } = await lookAt()
    expect(inventory().models.map(({ model, bytes }) => [model.id, bytes])).toEqual([
      ['mini', 101],
      ['tiny-q4f16_1', 1026],
    ])
    expect(sizes(inventory().unfinished)).toEqual([['begun', 25]])
    expect(sizes(inventory().strays)).toEqual([
      ['mini', 70],
      ['remains', 3],
    ])
    expect(inventory()).toMatchObject({ appBytes: 400, work: { conversations: { count: 2 }, reviews: null } })
    expect(report.nameOf('tiny-q4f16_1')).toEqual(storedBuild.offer.name)
    expect(report.nameOf('remains')).toBeNull()
  })

  it('counts what is being got now as begun', async () => {
    const fresh = aStore()
    fresh.scratch.put('tiny-q4f16_1/scratch_0.bin', new Uint8Array(9))
    const { inventory, supply, report } = fresh.open({ records: [] })
    await report.look()
    expect(sizes(inventory().strays)).toEqual([['tiny-q4f16_1', 9]])
    void supply.get({ build: storedBuild, source: { kind: 'files', files: [] }, contextWindow: 1024 })
    await report.look()
    expect(sizes(inventory().unfinished)).toEqual([['tiny-q4f16_1', 9]])
    expect(inventory().strays).toEqual([])
  })
})

describe('removing', () => {
  it.each<[Removable, number]>([
    [{ of: 'models', modelId: 'mini' }, 101],
    [{ of: 'models', modelId: 'tiny-q4f16_1' }, 1026],
    [{ of: 'unfinished', modelId: 'begun' }, 25],
    [{ of: 'strays', modelId: 'mini' }, 70],
    [{ of: 'strays', modelId: 'remains' }, 3],
  ])('%j takes its line away and frees what it says, and nothing else', async (thing, bytes) => {
    const { report, inventory } = await lookAt()
    const before = { used: report.state.getState().room?.used ?? 0, lines: linesOf(inventory()) }
    expect(before.used).toBe(store.usedBytes())
    await report.remove(thing)
    expect(report.state.getState()).toMatchObject({ removing: null, last: { ...thing, kind: 'freed', bytes } })
    expect(before.used - (report.state.getState().room?.used ?? 0)).toBe(bytes)
    expect(linesOf(inventory())).toEqual(before.lines.filter((line) => line !== `${thing.of} ${thing.modelId}`))
  })

  it('says so when something holds on to the files, and keeps the line', async () => {
    const { report, inventory } = await lookAt()
    store.scratch.breakDown(new DOMException('In use', 'NoModificationAllowedError'))
    await report.remove({ of: 'unfinished', modelId: 'begun' })
    expect(report.state.getState().last).toMatchObject({ kind: 'failed', modelId: 'begun' })
    expect(sizes(inventory().unfinished)).toEqual([['begun', 25]])
  })

  it('does one thing at a time, and nothing for what is not there', async () => {
    const { report } = await lookAt()
    const first = report.remove({ of: 'models', modelId: 'mini' })
    await report.remove({ of: 'strays', modelId: 'mini' })
    await first
    const freed = { of: 'models', kind: 'freed', bytes: 101 }
    expect(report.state.getState().last).toMatchObject(freed)
    await report.remove({ of: 'unfinished', modelId: 'mini' })
    expect(report.state.getState().last).toMatchObject(freed)
  })
})

describe('asking the browser to keep it', () => {
  it('says whether it promised', async () => {
    let promises = false
    const { report } = await lookAt({ persists: () => promises })
    await report.persist()
    expect(report.state.getState().refused).toBe(true)
    promises = true
    await report.persist()
    expect(report.state.getState().refused).toBe(false)
  })
})

function linesOf({ models, unfinished, strays }: Inventory): readonly string[] {
  return [
    ...models.map(({ model }) => `models ${model.id}`),
    ...unfinished.map(({ modelId }) => `unfinished ${modelId}`),
    ...strays.map(({ modelId }) => `strays ${modelId}`),
  ]
}
