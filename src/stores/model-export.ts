import { createStore } from 'zustand/vanilla'
import type { ExportFailure } from '#domain/models/export-failure.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import type { KeptModelFile, ModelFiles } from '#engine/model-files-port.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { ExportPlace, ExportPlaces } from '#platform/export-place-port.ts'
import type { WakeLockPort } from '#platform/wake-lock-port.ts'
import type { ReadonlyStore } from './readonly-store.ts'

export type ExportState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'writing'
      readonly modelId: string
      /** That is being written; empty before the first. */
      readonly file: string
      readonly doneBytes: number
      readonly totalBytes: number
    }
  | { readonly kind: 'failed'; readonly modelId: string; readonly failure: ExportFailure }
  | {
      readonly kind: 'done'
      readonly modelId: string
      /** Of the folder or the file that was made. */
      readonly name: string
    }

/** Writes models out of the browser, so that another machine can have them without a network. One at a time. */
export interface ModelExport {
  readonly state: ReadonlyStore<ExportState>
  /** Whether models become a folder, or one file where the browser cannot write folders. */
  readonly place: ExportPlaces['kind']
  /** Asks where to and writes there. It must be called by a click. What goes wrong is in the state. */
  save(model: ModelRecord): Promise<void>
  stop(): void
}

export interface ModelExportNeeds {
  readonly files: ModelFiles
  readonly places: ExportPlaces
  readonly wakeLock: WakeLockPort
}

export function openModelExport({ files, places, wakeLock }: ModelExportNeeds): ModelExport {
  const state = createStore<ExportState>(() => ({ kind: 'idle' }))
  const become = (next: ExportState): void => state.setState(next, true)
  let writing: AbortController | null = null

  async function save(model: ModelRecord): Promise<void> {
    if (writing !== null) return
    const mine = new AbortController()
    writing = mine
    try {
      const chosen = await places.choose(model.id)
      if (!chosen.ok) become({ kind: 'failed', modelId: model.id, failure: chosen.failure })
      else if (chosen.value === null) become({ kind: 'idle' })
      else become(await fill(chosen.value, model, mine.signal))
    } finally {
      writing = null
    }
  }

  async function fill(place: ExportPlace, model: ModelRecord, signal: AbortSignal): Promise<ExportState> {
    const release = await wakeLock.hold()
    try {
      const written = await writeAll(place, model, signal).catch((error: unknown) =>
        fail<ExportFailure>({ kind: 'unexpected', detail: String(error) }),
      )
      if (written.ok && !signal.aborted) {
        place.finish()
        return { kind: 'done', modelId: model.id, name: place.name }
      }
      await place.discard()
      if (signal.aborted || written.ok) return { kind: 'idle' }
      return { kind: 'failed', modelId: model.id, failure: written.failure }
    } finally {
      release()
    }
  }

  async function writeAll(
    place: ExportPlace,
    model: ModelRecord,
    signal: AbortSignal,
  ): Promise<Result<void, ExportFailure>> {
    const listed = await files.list(model)
    const totalBytes = listed.reduce((sum, { bytes }) => sum + bytes, 0)
    let doneBytes = 0
    for (const file of listed) {
      if (signal.aborted) break
      const before = doneBytes
      const say = (bytes: number): void =>
        become({ kind: 'writing', modelId: model.id, file: file.name, doneBytes: before + bytes, totalBytes })
      say(0)
      const written = await writeOne(place, file, signal, say)
      if (!written.ok) return written
      doneBytes += file.bytes
    }
    return succeed(undefined)
  }

  return { state, place: places.kind, save, stop: () => writing?.abort() }
}

async function writeOne(
  place: ExportPlace,
  file: KeptModelFile,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Result<void, ExportFailure>> {
  const { name, bytes } = file
  const content = await file.open().catch(() => null)
  return content === null
    ? fail({ kind: 'notWhole', file: name })
    : place.put({ name, bytes, content }, { signal, onBytes })
}
