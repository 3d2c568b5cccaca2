import { createStore } from 'zustand/vanilla'
import type { KeptNote } from '#domain/models/kept-note.ts'
import { formatKeptNotes, parseKeptNotes } from '#domain/models/kept-note.ts'
import type { KeptFiles } from '#engine/kept-files-port.ts'
import type { Clock } from '#platform/clock-port.ts'
import type { KeptNotesPlace } from '#platform/kept-notes-port.ts'
import type { MeasureWork } from '#storage/records-port.ts'
import type { Models, ModelsState } from './models.ts'
import type { ReadonlyStore } from './readonly-store.ts'

export interface LostModelsState {
  /** Models that were kept whole and of which nothing is left, though nobody removed them. */
  readonly lost: readonly KeptNote[]
  /** Whether conversations or results are still there; null where that cannot be read. */
  readonly hasWork: boolean | null
}

/** Notices that the browser took models away. Nothing is fetched again by itself. */
export interface LostModels {
  readonly state: ReadonlyStore<LostModelsState>
  /** Compares what was noted with what is there. To be done before anybody can remove anything. */
  compare(): Promise<void>
  /** Notes from now on what is kept whole. To be done once the models of this machine are known. */
  follow(): Promise<void>
  dismiss(): void
}

export interface LostModelsNeeds {
  readonly models: Pick<Models, 'state' | 'inspect'>
  readonly files: Pick<KeptFiles, 'modelIds'>
  readonly notes: KeptNotesPlace
  readonly measureWork: MeasureWork
  readonly clock: Pick<Clock, 'now'>
}

export function openLostModels({ models, files, notes, measureWork, clock }: LostModelsNeeds): LostModels {
  const state = createStore<LostModelsState>(() => ({ lost: [], hasWork: null }))

  async function compare(): Promise<void> {
    const kept = await files.modelIds()
    const lost = parseKeptNotes(notes.read()).filter(({ id }) => !kept.has(id))
    if (lost.length > 0) state.setState({ lost, hasWork: await findWork() })
  }

  async function findWork(): Promise<boolean | null> {
    const measured = await Promise.all([measureWork('conversations'), measureWork('quizSessions')])
    if (measured.some((one) => one.ok && one.value.count > 0)) return true
    return measured.every(({ ok }) => ok) ? false : null
  }

  /**
   * What is lost stays noted until the notice was put away, so that a reload does not swallow it. A model that the
   * student removes is no longer whole and so no longer noted.
   */
  function note(): void {
    const whole = wholeModels(models.state.getState())
    const lost = state.getState().lost.filter(({ id }) => !whole.some((one) => one.id === id))
    state.setState({ lost })
    const seenAt = clock.now()
    notes.write(formatKeptNotes([...lost, ...whole.map((one) => ({ ...one, seenAt }))]))
  }

  return {
    state,
    compare,
    async follow() {
      await models.inspect()
      note()
      models.state.subscribe(({ presence }, before) => {
        if (presence !== before.presence) note()
      })
    },
    dismiss() {
      state.setState({ lost: [] })
      note()
    },
  }
}

function wholeModels({ records, presence }: ModelsState): readonly Omit<KeptNote, 'seenAt'>[] {
  return records.flatMap(({ id, name }) => {
    const found = presence[id]
    return found?.hasFiles === true ? [{ id, name, bytes: found.keptBytes }] : []
  })
}

export const selectLost = (state: LostModelsState): LostModelsState => state
