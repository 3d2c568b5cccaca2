import { instant } from '#lib/time.ts'
import type { BuiltModel } from '#domain/models/built-model.ts'
import { recordOfBuilt } from '#domain/models/built-model.ts'
import { buildId } from '#domain/models/offer.ts'
import { cacheFinished } from '#engine/shelf/cache-finished.ts'
import { keepLibrary } from '#engine/shelf/keep-model.ts'
import { portLine } from '#wire/port-line.ts'
import { startBlobWorker } from '#wire/blob-worker.ts'
import { supplyFolder } from '../scratch-folders.ts'
import { defaultPatience } from '../sources/transfer-line.ts'
import type { SupplyOrder } from '../supply-port.ts'
import type { DownloaderStart, SupplyCommand, SupplyReport } from '../wire.ts'
import { getModel } from './get-model.ts'
import type { GetNeeds } from './get-needs.ts'
import { wasmFileHashing, wasmHasher } from './hashers.ts'
import { opfsWorkbench } from './opfs-workbench.ts'
import type { PartWorker } from './part-pool.ts'
import { partPool, poolSize } from './part-pool.ts'
import { progressReport } from './progress-report.ts'
import { workerNetwork } from './worker-network.ts'

// The downloader's worker. It carries out one order and is ended with its frame; nothing tells it to stop.

declare const self: DedicatedWorkerGlobalScope

/** How long the downloader of a page that has just gone may hold its files, in milliseconds. */
const lockPatience = 3000

self.addEventListener(
  'message',
  ({ data }: MessageEvent<DownloaderStart>) => {
    const line = portLine<SupplyReport, SupplyCommand>(data.port, () => data.port.close())
    line.onMessage(({ order }) => void carryOut(order, data, (report) => line.post(report)))
    data.port.start()
  },
  { once: true },
)

async function carryOut(
  order: SupplyOrder,
  { partScriptUrl, appRoot }: DownloaderStart,
  post: (report: SupplyReport) => void,
): Promise<void> {
  if (!('getDirectory' in navigator.storage)) {
    post({ kind: 'failed', failure: { kind: 'noFileSystem' } })
    return
  }
  try {
    // One downloader of all tabs: two would write into the same scratch files.
    await navigator.locks.request('munjin-supply', { signal: AbortSignal.timeout(lockPatience) }, async () => {
      const now = () => instant(Date.now())
      const report = {
        ...progressReport(now, (progress) => post({ kind: 'progress', progress })),
        request: (request: Extract<SupplyReport, { kind: 'request' }>['request']) => post({ kind: 'request', request }),
      }
      const got = await getModel(order, await needsOf(order, partScriptUrl), report, new AbortController().signal)
      if (got.ok) await fetchLibrary(order, got.value, appRoot)
      post(got.ok ? { kind: 'built', built: got.value } : { kind: 'failed', failure: got.failure })
    })
  } catch (error) {
    const isHeld = error instanceof DOMException && error.name === 'TimeoutError'
    post({ kind: 'failed', failure: isHeld ? { kind: 'elsewhere' } : { kind: 'unexpected', detail: String(error) } })
  }
}

/** Without a connection to the app's host the library comes with the first start instead. */
async function fetchLibrary(order: SupplyOrder, built: BuiltModel, appRoot: string): Promise<void> {
  const model = recordOfBuilt(order.build, built)
  const [library] = model.libraries
  if (library === undefined) return
  const needs = { caches, fetchBytes: (url: string, init: RequestInit) => fetch(url, init) }
  await keepLibrary({ model, library, appRoot }, needs).catch(() => undefined)
}

async function needsOf(order: SupplyOrder, partScriptUrl: string): Promise<GetNeeds> {
  const id = buildId(order.build)
  const root = await navigator.storage.getDirectory()
  const folder = await (
    await root.getDirectoryHandle(supplyFolder, { create: true })
  ).getDirectoryHandle(id, {
    create: true,
  })
  const workers = Array.from({ length: poolSize(navigator.hardwareConcurrency) }, (_, index): PartWorker => {
    return startBlobWorker(partScriptUrl, `munjin-part-${index}`).worker
  })
  return {
    network: workerNetwork((url, init) => fetch(url, init)),
    patience: defaultPatience,
    digest: crypto.subtle,
    newHasher: wasmHasher,
    fileHashing: wasmFileHashing,
    convert: partPool(workers),
    workbench: opfsWorkbench(folder),
    finished: (version) => cacheFinished(caches, { id, version }),
    partsInFlight: workers.length + 2,
  }
}
