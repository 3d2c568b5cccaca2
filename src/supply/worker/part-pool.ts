import type { ConvertParts } from '#converter/conversion-ports.ts'
import type { PartAnswer, PartRequest } from './part-wire.ts'

/** What of a worker a pool needs. */
export interface PartWorker {
  postMessage(message: PartRequest, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<PartAnswer>) => void): void
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void
}

type Answer = PartAnswer['result']

/** Converts parts on several cores: each goes to the worker that has the least to do. */
export function partPool(workers: readonly PartWorker[]): ConvertParts {
  const lanes = workers.map(openLane)
  return {
    convert(part, bytes) {
      const lane = lanes.reduce((least, one) => (one.waiting() < least.waiting() ? one : least))
      return lane.convert(part, bytes)
    },
  }
}

/** As many as help: one core is left to the page, and past four the disk or the network decides. */
export function poolSize(cores: number): number {
  return Math.max(1, Math.min(4, cores - 1))
}

function openLane(worker: PartWorker) {
  const jobs = new Map<
    number,
    { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }
  >()
  let last = 0
  worker.addEventListener('message', ({ data }) => {
    jobs.get(data.job)?.resolve(data.result)
    jobs.delete(data.job)
  })
  worker.addEventListener('error', (event) => {
    for (const { reject } of jobs.values()) reject(new Error(event.message || 'A converting worker died.'))
    jobs.clear()
  })
  return {
    waiting: () => jobs.size,
    convert: (...[part, bytes]: Parameters<ConvertParts['convert']>): Promise<Answer> =>
      new Promise((resolve, reject) => {
        const job = (last += 1)
        jobs.set(job, { resolve, reject })
        worker.postMessage({ job, part, bytes }, [bytes.buffer])
      }),
  }
}
