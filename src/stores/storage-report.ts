import { createStore } from 'zustand/vanilla'
import type { KeptOfModels, KeptPieces, ScratchFolder } from '#domain/models/kept.ts'
import { sortKept } from '#domain/models/kept.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import { buildId } from '#domain/models/offer.ts'
import type { KeptFiles } from '#engine/kept-files-port.ts'
import type { RoomMeasure, StorageRoom } from '#platform/storage-room-port.ts'
import type { MeasureWork, RecordsMeasure, WorkKind } from '#storage/records-port.ts'
import type { Models } from './models.ts'
import type { ReadonlyStore } from './readonly-store.ts'
import type { Supply } from './supply.ts'

export interface StorageReportState {
  /** What the browser says; null until it was asked. */
  readonly room: RoomMeasure | null
  /** Whether the browser was asked to keep everything and did not promise it. */
  readonly refused: boolean
  /** What is kept; null until it was looked at. */
  readonly inventory: Inventory | null
  /** What is being removed; null for nothing. */
  readonly removing: Removable | null
  readonly last: Removal | null
}

export interface Inventory extends KeptOfModels {
  /** Null where a browser keeps nothing, or a kind of record cannot be read. */
  readonly work: Readonly<Record<WorkKind, RecordsMeasure | null>>
  /** Of the app's own files, which are kept for use without a network. */
  readonly appBytes: number
}

/** What can be removed here. */
export interface Removable {
  readonly of: 'models' | 'unfinished' | 'strays'
  readonly modelId: string
}

/** How the last removal went. */
export type Removal =
  | (Removable & { readonly kind: 'freed'; readonly bytes: number })
  | (Removable & { readonly kind: 'failed'; readonly detail: string })

/** What is kept on this machine, thing by thing, and the way to free it. */
export interface StorageReport {
  readonly state: ReadonlyStore<StorageReportState>
  look(): Promise<void>
  /** Asks the browser not to take anything away by itself. */
  persist(): Promise<void>
  /** Frees a model that is kept, what was begun of one, or files of no use. How it went is in the state. */
  remove(thing: Removable): Promise<void>
  /** What a model or a build is called; null for one that this version does not know. */
  nameOf(modelId: string): ModelRecord['name'] | null
}

export interface StorageReportNeeds {
  readonly room: StorageRoom
  readonly files: KeptFiles
  readonly models: Pick<Models, 'state' | 'forget'>
  readonly supply: Pick<Supply, 'state' | 'open' | 'giveUp'>
  readonly listScratch: () => Promise<readonly ScratchFolder[]>
  readonly removeScratch: (buildId: string) => Promise<void>
  readonly measureWork: MeasureWork
  readonly measureApp: () => Promise<number>
}

export function openStorageReport(needs: StorageReportNeeds): StorageReport {
  const { room, files, models, supply } = needs
  const state = createStore<StorageReportState>(() => ({
    ...{ room: null, refused: false, inventory: null, removing: null, last: null },
  }))
  let looks = 0

  async function look(): Promise<void> {
    looks += 1
    const mine = looks
    // What models are called, and which of them were made here, is known from the offers.
    await supply.open()
    const [measured, inventory] = await Promise.all([room.measure(), takeInventory()])
    if (mine === looks) state.setState({ room: measured, inventory })
  }

  async function takeInventory(): Promise<Inventory> {
    const [versions, scratch, appBytes, banks, conversations, quizSessions, reviews] = await Promise.all([
      files.list(),
      needs.listScratch(),
      needs.measureApp(),
      measureWork('banks'),
      measureWork('conversations'),
      measureWork('quizSessions'),
      measureWork('reviews'),
    ])
    const { order } = supply.state.getState()
    const underWay = order.kind === 'getting' ? order.buildId : null
    return {
      ...sortKept(models.state.getState().records, versions, scratch, underWay),
      work: { banks, conversations, quizSessions, reviews },
      appBytes,
    }
  }

  async function measureWork(kind: WorkKind): Promise<RecordsMeasure | null> {
    const measured = await needs.measureWork(kind)
    return measured.ok ? measured.value : null
  }

  async function remove({ of, modelId }: Removable): Promise<void> {
    const { inventory, removing } = state.getState()
    if (inventory === null || removing !== null) return
    const act = actOf({ of, modelId }, inventory)
    if (act === null) return
    const thing = { of, modelId }
    state.setState({ removing: thing, last: null })
    const last = await act.free().then(
      (): Removal => ({ ...thing, kind: 'freed', bytes: act.bytes }),
      (error: unknown): Removal => ({ ...thing, kind: 'failed', detail: String(error) }),
    )
    await look()
    state.setState({ removing: null, last })
  }

  /** How a thing is freed, and how much that gives back; null for what is not there. */
  function actOf(
    { of, modelId }: Removable,
    { models: whole, unfinished, strays }: Inventory,
  ): { readonly bytes: number; readonly free: () => Promise<void> } | null {
    if (of === 'models') {
      const found = whole.find(({ model }) => model.id === modelId)
      return found === undefined ? null : { bytes: found.bytes, free: () => models.forget(modelId) }
    }
    const found = (of === 'unfinished' ? unfinished : strays).find((one) => one.modelId === modelId)
    if (found === undefined) return null
    const free = of === 'unfinished' ? () => supply.giveUp(modelId) : () => removeStray(found)
    return { bytes: found.bytes, free }
  }

  async function removeStray({ modelId, versions, hasScratch }: KeptPieces): Promise<void> {
    for (const version of versions) await files.remove(version)
    if (hasScratch) await needs.removeScratch(modelId)
  }

  return {
    state,
    look,
    async persist() {
      state.setState({ refused: !(await room.persist()), room: await room.measure() })
    },
    remove,
    nameOf(modelId) {
      const record = models.state.getState().records.find(({ id }) => id === modelId)
      const { offers } = supply.state.getState()
      const offered = offers.kind === 'ready' ? offers.offers : []
      const offer = offered.find((one) => one.builds.some((library) => buildId({ offer: one, library }) === modelId))
      return record?.name ?? offer?.name ?? null
    },
  }
}
