import { recordOfBuilt } from '#domain/models/built-model.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import type { ModelBuild, ModelOffer } from '#domain/models/offer.ts'
import { cacheKeptFiles } from '#engine/shelf/cache-kept-files.ts'
import { cacheKeyOf, manifestCache, manifestUrl } from '#engine/shelf/cache-keys.ts'
import { cacheShelf } from '#engine/shelf/cache-shelf.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Inventory } from '#stores/storage-report.ts'
import { openStorageReport } from '#stores/storage-report.ts'
import { openSupply } from '#stores/supply.ts'
import { listScratch } from '#supply/list-scratch.ts'
import { memoryCaches } from '../fakes/memory-caches.ts'
import { memoryFiles } from '../fakes/memory-files.ts'
import { aModel } from './a-model.ts'
import { modelsOverFakes } from './models-over-fakes.ts'
import { aLibrary, anOffer, shape06b } from './offers.ts'

// For tests: everything that is kept on one disk, and the report of it.

const library = { ...aLibrary(shape06b, 'q4f16_1', 1024), bytes: 1 }
export const storedBuild: ModelBuild = {
  library,
  offer: anOffer({ id: 'tiny', name: { en: 'Tiny', ko: '아주 작은 모델' }, builds: [library] }),
}

/** Comes with the app; 101 bytes with its library. */
export const storedMini = aModel({
  ...{ id: 'mini', version: '2', name: { en: 'Mini', ko: '미니' } },
  files: [{ path: 'params_shard_0.bin', bytes: 100, sha256: '0'.repeat(64), kind: 'shard' }],
})

/** Was made here; 1,011 bytes with its library and its manifest. */
export const storedMade = recordOfBuilt(storedBuild, {
  version: 'a',
  manifest: {
    ...{ format: 'munjin-manifest', version: 1, model: 'tiny', source: { files: [] }, quantization: 'q4f16_1' },
    files: [{ name: 'params_shard_0.bin', bytes: 1000, sha256: '0'.repeat(64) }],
    ...{ converterVersion: 1, fingerprint: 'a' },
  },
})

export interface StorageOverFakes {
  readonly records?: readonly ModelRecord[]
  /** What the browser answers when it is asked to keep everything. */
  readonly persists?: () => boolean
  readonly readOffers?: () => Promise<readonly ModelOffer[]>
}

export function aStore() {
  const disk = memoryCaches()
  const scratch = memoryFiles()

  async function put(cache: string, url: string, bytes: number): Promise<void> {
    await (await disk.open(cache)).put(url, new Response(new Uint8Array(bytes)))
  }

  const usedBytes = (): number =>
    disk.totalBytes() + [...scratch.files().values()].reduce((sum, { length }) => sum + length, 0)

  return {
    scratch,
    usedBytes,

    async keep(model: ModelRecord): Promise<void> {
      for (const file of [...model.files, ...model.libraries]) {
        const { cache, url } = cacheKeyOf(model, file)
        await put(cache, url, file.bytes)
      }
      if (model.made !== undefined) await put(manifestCache, manifestUrl(model), 10)
    },

    /** Keeps a shard of some version of some model. */
    keepShard: (modelId: string, version: string, bytes: number) =>
      put('webllm/model', `https://models.munjin.invalid/${modelId}/resolve/${version}/params_shard_0.bin`, bytes),

    /** The report of this disk, composed as the app does. */
    open({ records = [storedMini, storedMade], persists = () => false, readOffers }: StorageOverFakes = {}) {
      const files = cacheKeptFiles(disk)
      const removeScratch = (id: string): Promise<void> => scratch.handle.removeEntry(id, { recursive: true })
      const shelf = cacheShelf(disk)
      const models = modelsOverFakes(records, {
        ...shelf,
        async forget(model) {
          await shelf.forget(model)
          if (model.made !== undefined) await removeScratch(model.id)
        },
      })
      const supply = openSupply({
        supply: {
          get: () => new Promise(() => undefined),
          unfinished: () => Promise.resolve([]),
          async giveUp(id) {
            await removeScratch(id)
            await files.removeUnfinished(id)
          },
        },
        readOffers: readOffers ?? (() => Promise.resolve([storedBuild.offer])),
        readBuilt: () => Promise.resolve([]),
        onRecord: () => undefined,
        wakeLock: { hold: () => Promise.resolve(() => undefined) },
      })
      const report = openStorageReport({
        room: {
          measure: () => Promise.resolve({ used: usedBytes(), quota: 10_000, persisted: false }),
          persist: () => Promise.resolve(persists()),
        },
        ...{ files, models, supply, removeScratch },
        listScratch: () => listScratch(scratch.handle),
        measureWork: (kind) =>
          Promise.resolve(kind === 'reviews' ? fail({ kind: 'full' }) : succeed({ count: 2, bytes: 30 })),
        measureApp: () => Promise.resolve(400),
      })
      const inventory = (): Inventory => {
        const { inventory: found } = report.state.getState()
        if (found === null) throw new Error('Nothing was looked at.')
        return found
      }
      return { report, supply, inventory }
    },
  }
}
