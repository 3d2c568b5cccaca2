import type { Glossary } from '#domain/reference/glossary.ts'
import { parseGlossary } from '#domain/reference/glossary.ts'
import type { LabValues } from '#domain/reference/lab-values.ts'
import { parseLabValues } from '#domain/reference/lab-values.ts'
import { createStore } from 'zustand/vanilla'
import type { Reading } from './reading.ts'
import { isToBeRead, readParsed } from './reading.ts'
import type { ReadonlyStore } from './readonly-store.ts'

/** The files, parsed as JSON. */
export interface ReferenceNeeds {
  readonly loadLabValues: () => Promise<unknown>
  readonly loadGlossary: () => Promise<unknown>
}

export interface ReferenceState {
  readonly labValues: Reading<LabValues>
  readonly glossary: Reading<Glossary>
}

/** What can be looked up beside a question. Each file is fetched when it is first opened, and again where that failed. */
export interface Reference {
  readonly state: ReadonlyStore<ReferenceState>
  openLabValues(): Promise<void>
  openGlossary(): Promise<void>
}

export function openReference({ loadLabValues, loadGlossary }: ReferenceNeeds): Reference {
  const store = createStore<ReferenceState>(() => ({ labValues: { kind: 'absent' }, glossary: { kind: 'absent' } }))
  return {
    state: store,
    async openLabValues() {
      if (!isToBeRead(store.getState().labValues)) return
      store.setState({ labValues: { kind: 'loading' } })
      store.setState({ labValues: await readParsed(loadLabValues, parseLabValues) })
    },
    async openGlossary() {
      if (!isToBeRead(store.getState().glossary)) return
      store.setState({ glossary: { kind: 'loading' } })
      store.setState({ glossary: await readParsed(loadGlossary, parseGlossary) })
    },
  }
}

export const selectLabValues = (state: ReferenceState): Reading<LabValues> => state.labValues
export const selectGlossary = (state: ReferenceState): Reading<Glossary> => state.glossary
