import { createStore } from 'zustand/vanilla'
import type { ColumnMapping } from '#domain/importing/mapping.ts'
import { newBankOf } from '#domain/importing/new-bank.ts'
import type { Zone } from '#lib/local-day.ts'
import type { BankHead } from '#domain/question-bank/kept-bank.ts'
import { succeed } from '#lib/result.ts'
import type { Clock } from '#platform/clock-port.ts'
import type { IdSource } from '#platform/ids-port.ts'
import type { Importing, TableChoice } from '#importers/importing-port.ts'
import type { BankLibrary } from './bank-library.ts'
import type { BankNames, BanksState, PreviewState } from './banks-state.ts'
import { noBanks } from './banks-state.ts'
import type { ReadonlyStore } from './readonly-store.ts'

export interface BanksNeeds {
  readonly library: BankLibrary
  readonly importing: Importing
  readonly clock: Clock
  readonly ids: IdSource
  readonly zone: Zone
  /** A bank was kept, maybe in place of another one. */
  readonly onKept: (head: BankHead) => void
}

/** The question banks that a student has brought, and the way in for another one. */
export interface Banks {
  readonly state: ReadonlyStore<BanksState>
  /** Reads what is kept; again where that failed. */
  open(): Promise<void>
  /** Reads the list again, where somebody else has changed a bank. */
  refresh(): Promise<void>
  /** Reads a file and shows what it would come to. Nothing is kept before `keep`. */
  look(file: Blob, fileName: string): Promise<void>
  /** Reads another table of the file, or the same one otherwise. */
  choose(table: number, mapping: ColumnMapping): Promise<void>
  /** Keeps the questions of the preview as a bank. */
  keep(names: BankNames): Promise<void>
  /** Leaves the file, whatever is being done with it. */
  leave(): void
  remove(head: BankHead): Promise<void>
  undoRemove(): Promise<void>
  /** The removal is meant. */
  forgetRemoved(): void
}

export function openBanks({ library, importing, clock, ids, zone, onKept }: BanksNeeds): Banks {
  const state = createStore<BanksState>(() => noBanks)
  /** Which file is being dealt with: what is said of an earlier one comes too late. */
  let visit = 0

  async function list(): Promise<void> {
    const listed = await library.list()
    state.setState({
      list: listed.ok ? { kind: 'ready', ...listed.value } : { kind: 'failed', failure: listed.failure },
    })
  }

  function previewing(): PreviewState | null {
    const { importing: current } = state.getState()
    return current.kind === 'preview' ? current : null
  }

  return {
    state,
    async open() {
      const { kind } = state.getState().list
      if (kind === 'loading' || kind === 'ready') return
      state.setState({ list: { kind: 'loading' } })
      await list()
    },

    refresh: list,

    async look(file, fileName) {
      visit += 1
      const mine = visit
      state.setState({ importing: { kind: 'reading', fileName } })
      const seen = await importing.look(file, fileName)
      const first = seen.ok ? seen.value.tables[0] : undefined
      const choice = first === undefined ? null : { table: 0, mapping: first.proposed }
      const preview = seen.ok ? await importing.preview(choice) : seen
      if (mine !== visit) return
      if (!seen.ok || !preview.ok) {
        const failure = seen.ok ? preview : seen
        if (!failure.ok) state.setState({ importing: { kind: 'failed', fileName, failure: failure.failure } })
        return
      }
      state.setState({
        importing: {
          ...{ kind: 'preview', fileName, look: seen.value, choice, preview: preview.value },
          ...{ isStale: false, kept: null, failure: null },
        },
      })
    },

    async choose(table, mapping) {
      const before = previewing()
      if (before?.kept !== null) return
      const mine = visit
      const choice: TableChoice = { table, mapping }
      state.setState({ importing: { ...before, choice, isStale: true } })
      const preview = await importing.preview(choice)
      const now = previewing()
      // A choice made since has a preview of its own on the way.
      if (mine !== visit || now?.choice !== choice) return
      if (preview.ok) state.setState({ importing: { ...now, preview: preview.value, isStale: false } })
      else state.setState({ importing: { kind: 'failed', fileName: now.fileName, failure: preview.failure } })
    },

    async keep(names) {
      const before = previewing()
      if (before?.kept !== null || before.isStale || before.preview.count === 0) return
      const mine = visit
      state.setState({ importing: { ...before, kept: 0, failure: null } })
      const { look, fileName, preview } = before
      const { about } = look
      const bank = newBankOf({ names, about, fileName, count: preview.count, now: clock.now(), zone, id: ids() })
      const written = await library.write(bank, async (from, count) => {
        const questions = await importing.questions(from, count)
        const now = previewing()
        if (mine === visit && now !== null) state.setState({ importing: { ...now, kept: from } })
        return questions
      })
      if (written.ok) onKept(written.value)
      if (mine !== visit) return void list()
      if (!written.ok) {
        state.setState({ importing: { ...before, kept: null, failure: written.failure } })
        return
      }
      state.setState({ importing: { kind: 'done', head: written.value, leftOut: preview.faultCount } })
      await list()
    },

    leave() {
      visit += 1
      importing.stop()
      state.setState({ importing: { kind: 'idle' } })
    },

    async remove(head) {
      const removed = await library.remove(head)
      state.setState(removed.ok ? { removed: head, trouble: null } : { trouble: removed.failure })
      await list()
    },

    async undoRemove() {
      const { removed } = state.getState()
      const restored = removed === null ? succeed(undefined) : await library.restore(removed)
      state.setState(restored.ok ? { removed: null, trouble: null } : { trouble: restored.failure })
      await list()
    },

    forgetRemoved: () => state.setState({ removed: null }),
  }
}
