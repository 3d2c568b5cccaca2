import { beforeEach, describe, expect, it } from 'vitest'
import { parseKeptNotes } from '#domain/models/kept-note.ts'
import { cacheKeptFiles } from '#engine/shelf/cache-kept-files.ts'
import { cacheKeyOf } from '#engine/shelf/cache-keys.ts'
import { cacheShelf } from '#engine/shelf/cache-shelf.ts'
import { fail, succeed } from '#lib/result.ts'
import { aModel } from '#testing/builders/a-model.ts'
import { manualClock } from '#testing/builders/manual-clock.ts'
import { modelsOverFakes } from '#testing/builders/models-over-fakes.ts'
import type { MemoryCaches } from '#testing/fakes/memory-caches.ts'
import { memoryCaches } from '#testing/fakes/memory-caches.ts'
import type { LostModels } from './lost-models.ts'
import { openLostModels } from './lost-models.ts'
import type { Models } from './models.ts'

const shard = { path: 'params_shard_0.bin', bytes: 1, sha256: '0'.repeat(64), kind: 'shard' } as const
const small = aModel({ files: [shard] })
const made = aModel({ id: 'made', files: [shard], made: { repository: null, revision: null, fingerprint: 'a' } })
const clock = manualClock()

let disk: MemoryCaches
let notes: string | null
let workCount: number | null

beforeEach(() => {
  disk = memoryCaches()
  notes = null
  workCount = 3
})

async function keep(model = small): Promise<void> {
  const { cache, url } = cacheKeyOf(model, shard)
  await (await disk.open(cache)).put(url, new Response(new Uint8Array(1)))
}

interface Visit {
  readonly lostModels: LostModels
  readonly models: Models
  readonly lostIds: () => readonly string[]
}

/** One visit to the app, from its start. */
async function visit(records = [small, made]): Promise<Visit> {
  const models = modelsOverFakes(records, cacheShelf(disk))
  const lostModels = openLostModels({
    ...{ models, clock, files: cacheKeptFiles(disk) },
    notes: { read: () => notes, write: (text) => void (notes = text) },
    measureWork: () =>
      Promise.resolve(
        workCount === null
          ? fail({ kind: 'unavailable', detail: 'no database' })
          : succeed({ count: workCount, bytes: 0 }),
      ),
  })
  await lostModels.compare()
  await lostModels.follow()
  return { lostModels, models, lostIds: () => lostModels.state.getState().lost.map(({ id }) => id) }
}

describe('a model that the browser took away', () => {
  it('is noticed at the next start, with its name and size and what is still there', async () => {
    await keep()
    expect((await visit()).lostIds()).toEqual([])
    disk.evict()
    const { lostModels } = await visit()
    expect(lostModels.state.getState()).toEqual({
      lost: [{ id: 'small', name: small.name, bytes: 1, seenAt: clock.now() }],
      hasWork: true,
    })
  })

  it.each([
    [0, false],
    [null, null],
  ])('is told of with what is known of the work: %s records', async (count, hasWork) => {
    await keep()
    await visit()
    disk.evict()
    workCount = count
    expect((await visit()).lostModels.state.getState().hasWork).toBe(hasWork)
  })

  it('is told of until the notice is put away, also if its record is not known any more', async () => {
    await keep(made)
    await visit()
    disk.evict()
    expect((await visit([small])).lostIds()).toEqual(['made'])
    const second = await visit([small])
    expect(second.lostIds()).toEqual(['made'])
    second.lostModels.dismiss()
    expect(second.lostIds()).toEqual([])
    expect((await visit()).lostIds()).toEqual([])
  })

  it('is not lost any more once it was got again', async () => {
    await keep()
    await visit()
    disk.evict()
    const { lostIds, models } = await visit()
    await keep()
    await models.inspect()
    expect(lostIds()).toEqual([])
    expect((await visit()).lostIds()).toEqual([])
  })
})

describe('nothing is said of', () => {
  it('a model that the student removed', async () => {
    await keep()
    await keep(made)
    const { models } = await visit()
    await models.forget('small')
    await models.forget('made')
    expect((await visit()).lostIds()).toEqual([])
  })

  it('a model that was never whole', async () => {
    await visit()
    expect((await visit()).lostIds()).toEqual([])
  })

  it('an older version that is still there', async () => {
    await keep()
    await visit()
    expect((await visit([{ ...small, version: '2' }])).lostIds()).toEqual([])
  })

  it('notes that cannot be read', async () => {
    notes = '{"format":"munjin-kept-models","version":1,"models":[{"id":1}]}'
    expect((await visit()).lostIds()).toEqual([])
  })
})

it('notes a model as soon as it is whole', async () => {
  const { models } = await visit()
  expect(parseKeptNotes(notes)).toEqual([])
  await keep()
  await models.inspect()
  expect(parseKeptNotes(notes)).toEqual([{ id: 'small', name: small.name, bytes: 1, seenAt: clock.now() }])
})
