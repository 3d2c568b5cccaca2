import { assertNever } from '#lib/assert-never.ts'
import type { Inbox } from '#lib/inbox.ts'
import { openInbox } from '#lib/inbox.ts'
import type { ModelFailure } from '#domain/models/failure.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import type { EngineEvent, EnginePort, GenerateRequest, LoadedModel, LoadOptions } from './engine-port.ts'
import { EngineError } from './engine-port.ts'
import type { Line } from '#wire/line.ts'
import type { EngineCommand, EngineReport, Job } from './wire.ts'

export type EngineLine = Line<EngineCommand, EngineReport>

type OpenJob =
  | { readonly kind: 'load'; readonly options: LoadOptions; readonly settle: Settle<LoadedModel> }
  | { readonly kind: 'generate'; readonly inbox: Inbox<EngineEvent> }
  | { readonly kind: 'unload'; readonly settle: Settle<undefined> }

interface Settle<T> {
  readonly resolve: (value: T) => void
  readonly reject: (error: Error) => void
}

/**
 * The page's half of the wire. `openLine` starts a worker; it is called at the first load and again after a worker was
 * ended or died, since ending the worker is the one way of cancelling a load that is quick and frees all memory.
 */
export function remoteEngine(openLine: () => EngineLine, appRoot: string): EnginePort {
  const jobs = new Map<Job, OpenJob>()
  const listeners = new Set<(failure: ModelFailure) => void>()
  let line: EngineLine | null = null
  let lastJob: Job = 0

  function connected(): EngineLine {
    if (line !== null) return line
    const opened = openLine()
    opened.onMessage(hear)
    opened.onGone(() => {
      if (line !== opened) return
      line = null
      failAll({ kind: 'workerDied' })
      tellLost({ kind: 'workerDied' })
    })
    line = opened
    return opened
  }

  function hear(report: EngineReport): void {
    if (report.kind === 'lost') {
      // What is under way ends with the model; its own error would say less.
      failAll(report.failure)
      tellLost(report.failure)
      return
    }
    const job = jobs.get(report.job)
    if (job === undefined) return
    switch (report.kind) {
      case 'progress':
        if (job.kind === 'load') job.options.onProgress(report.progress)
        return
      case 'loaded':
        jobs.delete(report.job)
        if (job.kind === 'load') job.settle.resolve(report.loaded)
        return
      case 'unloaded':
        jobs.delete(report.job)
        if (job.kind === 'unload') job.settle.resolve(undefined)
        return
      case 'event':
        if (job.kind !== 'generate') return
        job.inbox.put(report.event)
        if (report.event.kind === 'ended') {
          jobs.delete(report.job)
          job.inbox.end()
        }
        return
      case 'failed':
        jobs.delete(report.job)
        failJob(job, report.failure)
        return
      default:
        assertNever(report)
    }
  }

  function failJob(job: OpenJob, failure: ModelFailure): void {
    const error = new EngineError(failure)
    if (job.kind === 'generate') job.inbox.fail(error)
    else job.settle.reject(error)
  }

  function failAll(failure: ModelFailure): void {
    const open = [...jobs.values()]
    jobs.clear()
    for (const job of open) failJob(job, failure)
  }

  function tellLost(failure: ModelFailure): void {
    for (const listener of listeners) listener(failure)
  }

  function disconnect(failure: ModelFailure): void {
    line?.close()
    line = null
    failAll(failure)
  }

  function load(model: ModelRecord, options: LoadOptions): Promise<LoadedModel> {
    const { signal, contextWindow, takeOver = false } = options
    if (signal.aborted) return Promise.reject(reasonOf(signal))
    const job = (lastJob += 1)
    return new Promise<LoadedModel>((resolve, reject) => {
      const cancel = (): void => {
        jobs.delete(job)
        disconnect({ kind: 'notLoaded' })
        reject(reasonOf(signal))
      }
      signal.addEventListener('abort', cancel, { once: true })
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T) => {
          signal.removeEventListener('abort', cancel)
          settle(value)
        }
      jobs.set(job, { kind: 'load', options, settle: { resolve: settled(resolve), reject: settled(reject) } })
      connected().post({ kind: 'load', job, model, contextWindow, appRoot, takeOver })
    })
  }

  async function* generate(
    request: GenerateRequest,
    signal: AbortSignal,
  ): AsyncGenerator<EngineEvent, void, undefined> {
    if (line === null) throw new EngineError({ kind: 'notLoaded' })
    const used = line
    const job = (lastJob += 1)
    const stop = (): void => used.post({ kind: 'stop', job })
    const inbox = openInbox<EngineEvent>(() => {
      if (jobs.has(job)) stop()
    })
    jobs.set(job, { kind: 'generate', inbox })
    used.post({ kind: 'generate', job, request })
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    try {
      yield* inbox
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

  async function unload(): Promise<void> {
    const used = line
    if (used === null) return
    const job = (lastJob += 1)
    await new Promise<undefined>((resolve, reject) => {
      jobs.set(job, { kind: 'unload', settle: { resolve, reject } })
      used.post({ kind: 'unload', job })
    })
  }

  return {
    load,
    generate,
    unload,
    onLost(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    close() {
      disconnect({ kind: 'notLoaded' })
    },
  }
}

/** What an aborted signal rejects with; an `AbortError` unless whoever aborted gave an error of their own. */
function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError')
}
