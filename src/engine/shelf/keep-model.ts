import type { LoadProgress } from '#domain/models/load-progress.ts'
import type { ModelFile, ModelLibrary, ModelRecord } from '#domain/models/model-record.ts'
import { EngineError } from '../engine-port.ts'
import { cacheKeyOf } from './cache-keys.ts'
import type { FetchBytes } from './fetch-file.ts'
import { fetchFile } from './fetch-file.ts'
import { sha256Of } from './sha256.ts'

export interface ShelfNeeds {
  readonly caches: Pick<CacheStorage, 'open'>
  readonly fetchBytes: FetchBytes
}

export interface KeepOrder {
  readonly model: ModelRecord
  readonly library: ModelLibrary
  /** Absolute address of the app's root; ends in `/`. */
  readonly appRoot: string
}

/**
 * Makes sure that every file of a model and one library lie in WebLLM's caches, each with the hash of the catalogue:
 * what is kept is checked, what is missing is fetched, and what is damaged is fetched again alone.
 *
 * WebLLM itself checks no weights. The tensor index is written last, since its presence is how WebLLM tells a whole
 * model, so that a half-filled shelf never looks whole.
 *
 * A model that was made on this machine is only checked: its files cannot be fetched from the app, its library can.
 *
 * @throws EngineError `madeFilesLost`, `offline`, `fileMissing`, `fileDamaged`, `storageFull`, `storageUnavailable`
 */
export async function keepModel(
  order: KeepOrder,
  needs: ShelfNeeds,
  onProgress: (progress: LoadProgress) => void,
): Promise<void> {
  const files = [order.library, ...order.model.files].sort((a, b) => Number(isIndex(a)) - Number(isIndex(b)))
  await keepFiles(files, order, needs, onProgress)
}

/**
 * Makes sure of a model's library alone, so that a model which was just made here starts without a network too.
 *
 * @throws EngineError `offline`, `fileMissing`, `fileDamaged`, `storageFull`, `storageUnavailable`
 */
export async function keepLibrary(order: KeepOrder, needs: ShelfNeeds): Promise<void> {
  await keepFiles([order.library], order, needs, () => undefined)
}

async function keepFiles(
  files: readonly (ModelFile | ModelLibrary)[],
  { model, library, appRoot }: KeepOrder,
  needs: ShelfNeeds,
  onProgress: (progress: LoadProgress) => void,
): Promise<void> {
  const { wanted, repaired } = await checkKept(files)
  const lost = model.made === undefined ? [] : wanted.filter((file) => file !== library)
  if (lost.length > 0) throw new EngineError({ kind: 'madeFilesLost', files: lost.map(({ path }) => path) })

  const total = bytesOf(wanted)
  let done = 0
  for (const file of wanted) {
    const report = (bytes: number): void => onProgress({ stage: 'fetching', done: done + bytes, total, repaired })
    report(0)
    const bytes = await fetchFile(appRoot + model.base + file.path, file, needs.fetchBytes, report)
    await put(file, bytes)
    done += file.bytes
  }

  async function checkKept(all: readonly (ModelFile | ModelLibrary)[]) {
    const missing: (ModelFile | ModelLibrary)[] = []
    const damaged: string[] = []
    let checked = 0
    for (const file of all) {
      onProgress({ stage: 'checking', done: checked, total: bytesOf(all), repaired: damaged })
      const state = await inspect(file)
      if (state !== 'whole') missing.push(file)
      if (state === 'damaged') damaged.push(file.path)
      checked += file.bytes
    }
    return { wanted: missing, repaired: damaged }
  }

  async function inspect(file: ModelFile | ModelLibrary): Promise<'whole' | 'damaged' | 'absent'> {
    const key = cacheKeyOf(model, file)
    const cache = await open(key.cache)
    const kept = await cache.match(key.url)
    if (kept === undefined) return 'absent'
    const bytes = new Uint8Array(await kept.arrayBuffer())
    if (bytes.length === file.bytes && (await sha256Of(bytes)) === file.sha256) return 'whole'
    await cache.delete(key.url)
    return 'damaged'
  }

  async function put(file: ModelFile | ModelLibrary, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const key = cacheKeyOf(model, file)
    const cache = await open(key.cache)
    try {
      await cache.put(key.url, new Response(bytes, { headers: { 'content-length': String(bytes.length) } }))
    } catch (error) {
      throw new EngineError(explainPut(error, file))
    }
  }

  async function open(name: string): Promise<Cache> {
    try {
      return await needs.caches.open(name)
    } catch (error) {
      throw new EngineError({ kind: 'storageUnavailable', detail: String(error) })
    }
  }
}

function explainPut(error: unknown, file: ModelFile | ModelLibrary): EngineError['failure'] {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError'
  return isFull
    ? { kind: 'storageFull', neededBytes: file.bytes }
    : { kind: 'storageUnavailable', detail: String(error) }
}

function isIndex(file: ModelFile | ModelLibrary): boolean {
  return 'kind' in file && file.kind === 'tensorIndex'
}

function bytesOf(files: readonly (ModelFile | ModelLibrary)[]): number {
  return files.reduce((sum, file) => sum + file.bytes, 0)
}
