import { createStore } from 'zustand/vanilla'
import type { Settings } from '#domain/settings/settings.ts'
import type { Shelf, StorageFailure } from '#storage/archive-port.ts'
import type { ReadonlyStore } from './readonly-store.ts'

export interface SettingsState {
  readonly settings: Settings
  /** Why the last change could not be kept, or why the kept settings could not be read. */
  readonly trouble: StorageFailure | null
}

export interface SettingsStore {
  readonly state: ReadonlyStore<SettingsState>
  /** Changes some settings, at once on screen and then on disk. */
  change(changes: Partial<Settings>): Promise<void>
}

/** The one record of its shelf. */
const onlyId = 'settings'

/** Reads the kept settings before anything is drawn; unreadable ones stay kept and the defaults hold meanwhile. */
export async function openSettings(shelf: Shelf<Settings>, defaults: Settings): Promise<SettingsStore> {
  const kept = await shelf.read(onlyId)
  const state = createStore<SettingsState>(() => ({
    settings: kept.ok ? (kept.value ?? defaults) : defaults,
    trouble: kept.ok ? null : kept.failure,
  }))
  return {
    state,
    async change(changes) {
      const settings = { ...state.getState().settings, ...changes }
      state.setState({ settings })
      const written = await shelf.write(onlyId, settings)
      state.setState({ trouble: written.ok ? null : written.failure })
    },
  }
}
