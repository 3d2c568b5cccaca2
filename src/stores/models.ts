import { createStore } from 'zustand/vanilla'
import type { ModelFailure } from '#domain/models/failure.ts'
import type { LoadProgress } from '#domain/models/load-progress.ts'
import { furthest, loadStarting } from '#domain/models/load-progress.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import type { EnginePort, LoadedModel } from '#engine/engine-port.ts'
import { EngineError } from '#engine/engine-port.ts'
import type { ModelPresence, ModelShelf } from '#engine/model-shelf-port.ts'
import type { Clock } from '#platform/clock-port.ts'
import type { StartGuard } from '#platform/start-guard-port.ts'
import { runAnswer } from './answer-run.ts'
import type { AnswerControls, AnswerEvent, Answering, AnswerRequest } from './answering-port.ts'
import { provenanceOf } from './provenance-of.ts'
import type { ReadonlyStore } from './readonly-store.ts'

export type ModelStatus =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'loading'
      readonly modelId: string
      /** In tokens. */
      readonly contextWindow: number
      readonly progress: LoadProgress
    }
  | {
      readonly kind: 'ready'
      readonly modelId: string
      readonly loaded: LoadedModel
      readonly repaired: readonly string[]
    }
  | {
      readonly kind: 'failed'
      readonly modelId: string
      /** That it was loaded with, or was to be, in tokens. */
      readonly contextWindow: number
      readonly failure: ModelFailure
    }

/** What the ready model is doing. */
export type ModelActivity = 'idle' | 'reading' | 'writing'

export interface ModelsState {
  readonly records: readonly ModelRecord[]
  readonly status: ModelStatus
  readonly activity: ModelActivity
  /** Of the last answer; null before the first. */
  readonly tokensPerSecond: number | null
  readonly presence: Readonly<Record<string, ModelPresence>>
  /** What was last ready, here or on an earlier visit. */
  readonly lastReady: ModelChoice | null
}

/** A model with the context window that it is loaded with, in tokens. */
export interface ModelChoice {
  readonly modelId: string
  readonly contextWindow: number
}

/** Which models there are, which one is loaded, and the way to have something answered by it. */
export interface Models {
  readonly state: ReadonlyStore<ModelsState>
  readonly answering: Answering
  /** A model that can be loaded from now on; one of the same id gives way to it. */
  learn(record: ModelRecord): void
  /**
   * Loads a model with a context window of so many tokens, or as it was last loaded; a load that is under way is
   * cancelled first. Failures are in the state.
   */
  load(modelId: string, contextWindow?: number): Promise<void>
  /** The model that `start` loads: the one that failed or is on its way, else the last that was ready, else the first. */
  wanted(): ModelRecord
  /** Loads what is wanted without more words. */
  start(): Promise<void>
  /** Loads what is wanted if it is kept whole, unless the last start took the page down: that must not happen again unasked. */
  startIfKept(): Promise<void>
  cancelLoad(): void
  unload(): Promise<void>
  /** Unloads a model and frees what is kept of it. */
  forget(modelId: string): Promise<void>
  /** Looks again at what is kept. */
  inspect(): Promise<void>
}

export interface ModelsNeeds {
  readonly engine: EnginePort
  readonly shelf: ModelShelf
  readonly records: readonly ModelRecord[]
  readonly clock: Clock
  readonly guard: StartGuard
  /** What was last ready on an earlier visit. */
  readonly lastReady: ModelChoice | null
  /** Keeps what was last ready for later visits. */
  readonly onReady: (choice: ModelChoice) => void
}

export function openModels({ engine, shelf, records: shipped, clock, guard, ...needs }: ModelsNeeds): Models {
  const state = createStore<ModelsState>(() => ({
    records: shipped,
    status: { kind: 'idle' },
    activity: 'idle',
    tokensPerSecond: null,
    presence: {},
    lastReady: needs.lastReady,
  }))
  const recordOf = (modelId: string): ModelRecord | undefined =>
    state.getState().records.find(({ id }) => id === modelId)
  const setStatus = (status: ModelStatus): void => state.setState({ status })
  let loading: AbortController | null = null
  let turn: Promise<void> = Promise.resolve()

  engine.onLost((failure) => {
    const { status } = state.getState()
    if (status.kind !== 'ready') return
    const { modelId, loaded } = status
    setStatus({ kind: 'failed', modelId, contextWindow: loaded.contextWindow, failure })
  })

  async function load(modelId: string, asked?: number): Promise<void> {
    const model = recordOf(modelId)
    if (model === undefined) return
    loading?.abort()
    const mine = new AbortController()
    loading = mine
    const takeOver = wasTaken(state.getState().status)
    const contextWindow = asked ?? lastWindowOf(model, state.getState().lastReady)
    let repaired: readonly string[] = []
    let progress = loadStarting
    setStatus({ kind: 'loading', modelId, contextWindow, progress })
    guard.begin()
    try {
      const loaded = await engine.load(model, {
        signal: mine.signal,
        contextWindow,
        takeOver,
        onProgress(heard) {
          if (loading !== mine) return
          progress = furthest(progress, heard)
          repaired = progress.repaired
          setStatus({ kind: 'loading', modelId, contextWindow, progress })
        },
      })
      if (loading !== mine) return
      setStatus({ kind: 'ready', modelId, loaded, repaired })
      const lastReady = { modelId, contextWindow }
      state.setState({ lastReady })
      needs.onReady(lastReady)
    } catch (error) {
      if (loading !== mine) return
      const failed = { kind: 'failed', modelId, contextWindow, failure: failureOf(error) } as const
      setStatus(mine.signal.aborted ? { kind: 'idle' } : failed)
    } finally {
      if (loading === mine) {
        loading = null
        guard.end()
      }
      await inspect()
    }
  }

  function wanted(): ModelRecord {
    const { status, lastReady, records } = state.getState()
    const id = status.kind === 'idle' ? lastReady?.modelId : status.modelId
    const model = (id === undefined ? undefined : recordOf(id)) ?? records[0]
    if (model === undefined) throw new Error('There is no model.')
    return model
  }

  async function unload(): Promise<void> {
    loading?.abort()
    try {
      await engine.unload()
    } catch {
      // A worker that cannot even unload is ended; nothing of it is needed any more.
      engine.close()
    }
    setStatus({ kind: 'idle' })
  }

  async function inspect(): Promise<void> {
    const found = await Promise.all(
      state
        .getState()
        .records.map(async (model) => [model.id, await shelf.inspect(model).catch(() => nothingKept)] as const),
    )
    state.setState({ presence: Object.fromEntries(found) })
  }

  function current(): { readonly model: ModelRecord; readonly loaded: LoadedModel } | null {
    const { status } = state.getState()
    if (status.kind !== 'ready') return null
    const model = recordOf(status.modelId)
    return model === undefined ? null : { model, loaded: status.loaded }
  }

  async function* answer(
    request: AnswerRequest,
    controls: AnswerControls,
  ): AsyncGenerator<AnswerEvent, void, undefined> {
    const before = turn
    let release = (): void => undefined
    turn = new Promise((resolve) => {
      release = resolve
    })
    try {
      await before
      const answering = current()
      if (answering === null) {
        yield {
          kind: 'ended',
          ending: { kind: 'failed', failure: notLoadedBecause(state.getState().status) },
          usage: noUsage,
        }
        return
      }
      const { model, loaded } = answering
      state.setState({ activity: 'reading' })
      yield { kind: 'began', provenance: provenanceOf(model, loaded, request) }
      for await (const event of runAnswer(request, controls, { engine, clock, model })) {
        if (event.kind === 'text' && state.getState().activity !== 'writing') state.setState({ activity: 'writing' })
        if (event.kind === 'ended' && event.usage.decodeTokensPerSecond !== null) {
          state.setState({ tokensPerSecond: event.usage.decodeTokensPerSecond })
        }
        yield event
      }
    } finally {
      state.setState({ activity: 'idle' })
      release()
    }
  }

  return {
    state,
    answering: { model: () => current()?.model ?? null, answer },
    load,
    learn(record) {
      const others = state.getState().records.filter(({ id }) => id !== record.id)
      state.setState({ records: [...others, record] })
      void inspect()
    },
    wanted,
    async start() {
      const { status } = state.getState()
      await load(wanted().id, status.kind === 'failed' ? status.contextWindow : undefined)
    },
    async startIfKept() {
      if (guard.lastStartFailed()) return
      await inspect()
      const { presence, status } = state.getState()
      const { id } = wanted()
      if (presence[id]?.whole === true && status.kind === 'idle') await load(id)
    },
    cancelLoad: () => loading?.abort(),
    unload,
    async forget(modelId) {
      const model = recordOf(modelId)
      if (model === undefined) return
      const { status } = state.getState()
      if (status.kind !== 'idle' && status.modelId === modelId) await unload()
      await shelf.forget(model)
      // What was made here is gone for good; what came with the app can be fetched again.
      if (model.made !== undefined) {
        state.setState(({ records }) => ({ records: records.filter(({ id }) => id !== modelId) }))
      }
      await inspect()
    },
    inspect,
  }
}

const nothingKept: ModelPresence = { keptBytes: 0, whole: false, hasFiles: false }

const noUsage = {
  promptTokens: 0,
  completionTokens: 0,
  decodeTokensPerSecond: null,
  timeToFirstTokenMs: null,
  contextUsed: 0,
} as const

function failureOf(error: unknown): ModelFailure {
  return error instanceof EngineError ? error.failure : { kind: 'unexpected', detail: String(error) }
}

/** The context window that a model was last ready with, where it still has it. */
function lastWindowOf({ id, contextWindow }: ModelRecord, last: ModelChoice | null): number {
  const isKnown = last?.modelId === id && contextWindow.presets.includes(last.contextWindow)
  return isKnown ? last.contextWindow : contextWindow.default
}

/** Loading again after another tab's model stood in the way means: here, not there. */
function wasTaken(status: ModelStatus): boolean {
  return status.kind === 'failed' && (status.failure.kind === 'loadedElsewhere' || status.failure.kind === 'takenOver')
}

function notLoadedBecause(status: ModelStatus): ModelFailure {
  return status.kind === 'failed' ? status.failure : { kind: 'notLoaded' }
}
