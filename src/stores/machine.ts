import { createStore } from 'zustand/vanilla'
import { fitSum } from '#domain/models/fit.ts'
import { experienceOf } from '#domain/models/load-experience.ts'
import type { MachineMemory } from '#domain/models/machine-memory.ts'
import {
  machineMemoryId,
  nothingLearnt,
  settleAttempt,
  withAttempt,
  withExperience,
} from '#domain/models/machine-memory.ts'
import type { Machine } from '#domain/models/machine.ts'
import type { ModelBuild } from '#domain/models/offer.ts'
import type { Clock } from '#platform/clock-port.ts'
import type { MachineReader } from '#platform/machine-port.ts'
import type { Shelf } from '#storage/archive-port.ts'
import type { Models, ModelStatus } from './models.ts'
import type { ReadonlyStore } from './readonly-store.ts'

export interface MachineState {
  /** Null until it was looked at. */
  readonly machine: Machine | null
  readonly memory: MachineMemory
}

/** What this machine can hold: what the browser tells, what the student told, and what starts have shown. */
export interface MachineStore {
  readonly state: ReadonlyStore<MachineState>
  /** Looks at the machine, again where it was looked at before. */
  look(): Promise<void>
  setGpuMemory(bytes: number | null): Promise<void>
}

export interface MachineNeeds {
  readonly reader: MachineReader
  readonly shelf: Shelf<MachineMemory>
  readonly clock: Clock
  readonly models: Models
  /** Whether the last start of a model took the page down. */
  readonly lastStartFailed: boolean
  /** The build that a model is loaded from; null for one that came with the app. */
  readonly buildOf: (modelId: string) => ModelBuild | null
}

export function openMachine(needs: MachineNeeds): MachineStore {
  const { reader, shelf, clock, models } = needs
  const state = createStore<MachineState>(() => ({ machine: null, memory: nothingLearnt }))
  let isRead = false

  async function remember(memory: MachineMemory): Promise<void> {
    state.setState(({ machine }) => ({
      memory,
      machine: machine === null ? null : { ...machine, gpuMemoryBytes: memory.gpuMemoryBytes },
    }))
    // What cannot be kept holds for as long as the page is there.
    await shelf.write(machineMemoryId, memory)
  }

  async function readMemory(): Promise<void> {
    if (isRead) return
    isRead = true
    const kept = await shelf.read(machineMemoryId)
    const memory = settleAttempt(kept.ok ? (kept.value ?? nothingLearnt) : nothingLearnt, needs.lastStartFailed)
    state.setState({ memory })
  }

  /** Every start is a lesson: it is noted before it begins, since it may take the page with it. */
  function learnFrom(status: ModelStatus, before: ModelStatus): void {
    if (status.kind === 'idle' || status.kind === before.kind) return
    const build = needs.buildOf(status.modelId)
    if (build === null) return
    const { memory } = state.getState()
    if (status.kind === 'loading') {
      const { totalBytes } = fitSum(build, status.contextWindow)
      void remember(withAttempt(memory, totalBytes, clock.now()))
    } else if (before.kind === 'loading' && memory.attempt !== null) {
      const experience = experienceOf({ lastStartFailed: false, status }, memory.attempt.totalBytes, clock.now())
      void remember(withExperience(memory, experience))
    }
  }

  models.state.subscribe(({ status }, before) => learnFrom(status, before.status))

  return {
    state,
    async look() {
      const [machine] = await Promise.all([reader.read(), readMemory()])
      state.setState(({ memory }) => ({ machine: { ...machine, gpuMemoryBytes: memory.gpuMemoryBytes } }))
    },
    setGpuMemory: (bytes) => remember({ ...state.getState().memory, gpuMemoryBytes: bytes }),
  }
}
