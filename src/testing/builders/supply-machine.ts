import { convertInline } from '#converter/convert-part.ts'
import { cacheFinished } from '#engine/shelf/cache-finished.ts'
import { defaultPatience } from '#supply/sources/transfer-line.ts'
import type { PickedFile, SupplySource } from '#supply/supply-port.ts'
import type { GetNeeds, Report } from '#supply/worker/get-needs.ts'
import { wasmFileHashing } from '#supply/worker/hashers.ts'
import { hurriedNetwork } from '../fakes/hurried-network.ts'
import { memoryCaches } from '../fakes/memory-caches.ts'
import { openMemoryWorkbench } from '../fakes/memory-workbench.ts'
import { newNodeHasher } from '../fakes/node-hasher.ts'

/** For tests: a machine of its own to get the tiny model onto, with an empty disk and an empty cache. */
export function aSupplyMachine() {
  const caches = memoryCaches()
  const workbench = openMemoryWorkbench()
  const needs: GetNeeds = {
    ...{ network: hurriedNetwork(), patience: { ...defaultPatience, stallSeconds: 500 }, digest: crypto.subtle },
    ...{ newHasher: newNodeHasher, fileHashing: wasmFileHashing, convert: convertInline, workbench, partsInFlight: 2 },
    finished: (version) => cacheFinished(caches, { id: 'tiny-q4f16_1', version }),
    sizes: { partBytes: 4096, shardCap: 4096 },
  }
  return { caches, workbench, needs }
}

/** A report that nobody reads. */
export const silentReport: Report = {
  stage: () => undefined,
  done: () => undefined,
  arrived: () => undefined,
  waiting: () => undefined,
  request: () => undefined,
}

/** Files as if a student had picked the folder that they lie in. */
export function pickedFiles(
  named: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
  folder = 'stick/model',
): SupplySource {
  const files = Object.entries(named).map(([name, bytes]): PickedFile => ({
    path: `${folder}/${name}`,
    file: new File([bytes], name, { lastModified: 1 }),
  }))
  return { kind: 'files', files }
}
