import { parseOffers } from '#domain/models/offer.ts'
import type { ModelBuild, ModelOffer } from '#domain/models/offer.ts'
import { buildId } from '#domain/models/offer.ts'
import { readBuiltModels } from '#engine/shelf/built-models.ts'
import { cacheKeptFiles } from '#engine/shelf/cache-kept-files.ts'
import { cacheModelFiles } from '#engine/shelf/cache-model-files.ts'
import { appRoot, browserAppFiles } from '#platform/browser-app-files.ts'
import { browserClock } from '#platform/browser-clock.ts'
import { browserExportPlaces } from '#platform/browser-export-places.ts'
import { browserMachine } from '#platform/browser-machine.ts'
import { browserTraffic } from '#platform/browser-traffic.ts'
import { browserWakeLock } from '#platform/browser-wake-lock.ts'
import { downloaderPage } from '#platform/content-security-policy.ts'
import { databaseNames } from '#storage/idb/database-names.ts'
import { openIdbShelf } from '#storage/idb/idb-shelf.ts'
import { machineMemorySchema } from '#storage/schemas/machine-memory.ts'
import type { MachineStore } from '#stores/machine.ts'
import { openMachine } from '#stores/machine.ts'
import type { ModelExport } from '#stores/model-export.ts'
import { openModelExport } from '#stores/model-export.ts'
import type { Models } from '#stores/models.ts'
import type { Supply } from '#stores/supply.ts'
import { openSupply } from '#stores/supply.ts'
import { browserSupply } from '#supply/browser-supply.ts'
import type { SupplyPort } from '#supply/supply-port.ts'
import librariesUrl from '../../model-config/libraries.json?url'
import offersUrl from '../../model-config/offers.json?url'

export interface SupplyComposition {
  readonly supply: Supply
  readonly machine: MachineStore
  readonly exporting: ModelExport
}

/** What can be brought onto this machine, composed once a room that needs it is entered: a first visit does not. */
export function composeSupply(models: Models, lastStartFailed: boolean): SupplyComposition {
  const supply = openSupply({
    supply: supplyPort(),
    readOffers,
    readBuilt: () => readBuiltModels(caches),
    onRecord: (record) => models.learn(record),
    wakeLock: browserWakeLock,
  })
  const buildOf = (modelId: string): ModelBuild | null => {
    const { offers } = supply.state.getState()
    const builds = offers.kind === 'ready' ? offers.offers.flatMap(buildsOf) : []
    return builds.find((build) => buildId(build) === modelId) ?? null
  }
  const machine = openMachine({
    ...{ reader: browserMachine, clock: browserClock, models, lastStartFailed, buildOf },
    shelf: openIdbShelf(machineMemorySchema, databaseNames.machineMemory, browserClock),
  })
  const exporting = openModelExport({
    files: cacheModelFiles(caches),
    places: browserExportPlaces(),
    wakeLock: browserWakeLock,
  })
  return { supply, machine, exporting }
}

/** What was begun lies in two places: scratch files, and files that are finished and wait in the caches for the others. */
function supplyPort(): SupplyPort {
  const supply = browserSupply(new URL(downloaderPage, appRoot).href, browserTraffic.noteDownload)
  return {
    ...supply,
    async giveUp(id) {
      await supply.giveUp(id)
      await cacheKeptFiles(caches).removeUnfinished(id)
    },
  }
}

async function readOffers(): Promise<readonly ModelOffer[]> {
  const [offers, libraries] = await Promise.all([offersUrl, librariesUrl].map((url) => browserAppFiles.readJson(url)))
  const parsed = parseOffers(offers, libraries)
  if (!parsed.ok) throw new Error(parsed.failure)
  return parsed.value
}

function buildsOf(offer: ModelOffer): readonly ModelBuild[] {
  return offer.builds.map((library) => ({ offer, library }))
}
