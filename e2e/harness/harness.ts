/**
 * A page that is built like the app and shows nothing: it gives tests and benchmarks the app's own engine port over the
 * real worker and the real WebLLM, and beside it a bare `MLCEngine` in a worker as the measure.
 */
import { remoteEngine } from '#engine/remote-engine.ts'
import type { EngineLine } from '#engine/remote-engine.ts'
import { startWorkerLine } from '#engine/worker-line.ts'
import { engineScriptUrl } from '#app/engine-script.ts'
import type { LoadStage } from '#domain/models/load-progress.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import { engineContract } from '#testing/contracts/engine-contract.ts'
import type { EnginePort, GenerateRequest, Usage } from '#engine/engine-port.ts'
import { EngineError } from '#engine/engine-port.ts'
import type { BareAnswer, BareOrder } from './bare.worker.ts'
import bareScriptUrl from './bare.worker.ts?worker&url'
import scriptedScriptUrl from './scripted.worker.ts?worker&url'

export interface HarnessAnswer {
  readonly text: string
  readonly pieces: number
  readonly reason: string
  readonly usage: Usage
  readonly wallMs: number
}

export interface Harness {
  /** Where the scripted worker was built to. */
  readonly scriptedScriptUrl: string
  /** A case that begins with a loaded engine gets the one that `load` filled. */
  runContractCase(index: number, model: ModelRecord, request: GenerateRequest): Promise<void>
  load(
    model: ModelRecord,
  ): Promise<{ readonly stages: readonly string[]; readonly schedule: string; readonly ms: number }>
  /** Kills the worker the moment that a load reaches a stage; says as what failure the app would hear of it. */
  killWhileLoading(model: ModelRecord, stage: LoadStage): Promise<string>
  generate(request: GenerateRequest): Promise<HarnessAnswer>
  unload(): Promise<void>
  /** Has a bare `MLCEngine` write the same prompts; it finds the files where the app's engine kept them. */
  bare(order: BareOrder): Promise<readonly BareAnswer[]>
}

declare global {
  interface Window {
    harness: Harness
  }
}

const appRoot = new URL('./', document.baseURI).href
let lastWorker: Worker | null = null
window.Worker = class extends Worker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options)
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the one way to get hold of a worker that others start
    lastWorker = this
  }
}
const openLine = (): EngineLine => startWorkerLine(engineScriptUrl)
let shared: EnginePort | null = null

window.harness = {
  scriptedScriptUrl,
  async runContractCase(index, model, request) {
    const contractCase = engineContract[index]
    if (contractCase === undefined) throw new Error(`There is no case ${index}`)
    if (contractCase.begins === 'loaded') {
      if (shared === null) throw new Error('Load a model first')
      await contractCase.run({ engine: shared, model, request, kill: killWorker })
      return
    }
    const engine = remoteEngine(openLine, appRoot)
    try {
      await contractCase.run({ engine, model, request, kill: killWorker })
    } finally {
      engine.close()
    }
  },
  async load(model) {
    shared ??= remoteEngine(openLine, appRoot)
    const stages: string[] = []
    const began = performance.now()
    const loaded = await shared.load(model, {
      signal: new AbortController().signal,
      contextWindow: model.contextWindow.default,
      onProgress: ({ stage }) => stages.at(-1) !== stage && stages.push(stage),
    })
    return { stages, schedule: loaded.schedule, ms: performance.now() - began }
  },
  async killWhileLoading(model, stage) {
    const engine = remoteEngine(openLine, appRoot)
    try {
      await engine.load(model, {
        signal: new AbortController().signal,
        contextWindow: model.contextWindow.default,
        onProgress: (progress) => {
          if (progress.stage === stage) killWorker()
        },
      })
      return 'loaded'
    } catch (error) {
      return error instanceof EngineError ? error.failure.kind : String(error)
    } finally {
      engine.close()
    }
  },
  async generate(request) {
    if (shared === null) throw new Error('Load a model first')
    const began = performance.now()
    let text = ''
    let pieces = 0
    for await (const event of shared.generate(request, new AbortController().signal)) {
      if (event.kind === 'delta') {
        text += event.text
        pieces += 1
      } else {
        return { text, pieces, reason: event.reason, usage: event.usage, wallMs: performance.now() - began }
      }
    }
    throw new Error('The stream ended without an ending')
  },
  async unload() {
    await shared?.unload()
  },
  bare(order) {
    const worker = new Worker(bareScriptUrl, { type: 'module' })
    return new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<{ answers: BareAnswer[] } | { error: string }>) => {
        worker.terminate()
        if ('answers' in data) resolve(data.answers)
        else reject(new Error(data.error))
      })
      worker.addEventListener('error', (event) => reject(new Error(event.message)))
      worker.postMessage(order)
    })
  },
}

/** Ends the worker as a crash would: nothing tells the page. */
function killWorker(): void {
  if (lastWorker === null) throw new Error('There is no worker to kill')
  lastWorker.terminate()
}
