import { assertNever } from '#lib/assert-never.ts'
import { furthest, loadStarting } from '#domain/models/load-progress.ts'
import type { Line } from '#wire/line.ts'
import type { ModelRuntime } from './model-runtime.ts'
import type { EngineCommand, EngineReport, Job } from './wire.ts'

/** The worker's half of the wire: takes commands, runs them one after another, reports. */
export function serveEngine(line: Line<EngineReport, EngineCommand>, runtime: ModelRuntime): void {
  const stops = new Map<Job, AbortController>()
  let queue: Promise<void> = Promise.resolve()

  const enqueue = (job: Job, work: () => Promise<void>): void => {
    queue = queue.then(work).catch((error: unknown) => {
      line.post({ kind: 'failed', job, failure: runtime.explain(error) })
    })
  }

  line.onMessage((command) => {
    const { job } = command
    switch (command.kind) {
      case 'load':
        enqueue(job, async () => {
          let shown = loadStarting
          const loaded = await runtime.load(command, (heard) => {
            shown = furthest(shown, heard)
            line.post({ kind: 'progress', job, progress: shown })
          })
          line.post({ kind: 'loaded', job, loaded })
        })
        return
      case 'generate': {
        const stop = new AbortController()
        stops.set(job, stop)
        enqueue(job, async () => {
          try {
            for await (const event of runtime.generate(command.request, stop.signal)) {
              line.post({ kind: 'event', job, event })
            }
          } finally {
            stops.delete(job)
          }
        })
        return
      }
      case 'stop':
        stops.get(job)?.abort()
        return
      case 'unload':
        enqueue(job, async () => {
          await runtime.unload()
          line.post({ kind: 'unloaded', job })
        })
        return
      default:
        assertNever(command)
    }
  })

  runtime.onLost((failure) => {
    line.post({ kind: 'lost', failure })
  })
}
