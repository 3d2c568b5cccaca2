import type { Result } from '#lib/result.ts'
import { fail } from '#lib/result.ts'
import { startBlobWorker } from '#wire/blob-worker.ts'
import type { ImportFailure, Importing } from './importing-port.ts'
import type { ImportAnswers, ImportCommand, NumberedAnswer, NumberedCommand } from './wire.ts'

type Settle = (answer: ImportAnswers[ImportCommand['kind']]) => void

/** Reads files in a worker that is started at the first file and ended by `stop`, whatever it is doing. */
export function remoteImporting(scriptUrl: string): Importing {
  let running: { readonly worker: Worker; readonly end: () => void } | null = null
  const waiting = new Map<number, Settle>()
  let number = 0

  function stop(detail: string): void {
    running?.end()
    running = null
    const left = [...waiting.values()]
    waiting.clear()
    for (const settle of left) settle(stopped(detail))
  }

  function start(): Worker {
    const started = startBlobWorker(new URL(scriptUrl, document.baseURI).href, 'munjin-import')
    started.worker.addEventListener('error', (event) => {
      event.preventDefault()
      stop(event.message)
    })
    started.worker.addEventListener('message', ({ data }: MessageEvent<NumberedAnswer>) => {
      waiting.get(data.number)?.(data.answer)
      waiting.delete(data.number)
    })
    running = started
    return started.worker
  }

  function ask<K extends ImportCommand['kind']>(
    command: Extract<ImportCommand, { readonly kind: K }>,
  ): Promise<ImportAnswers[K]> {
    const worker = running?.worker ?? start()
    number += 1
    const mine = number
    return new Promise((resolve) => {
      // The worker answers a command of a kind with what is answered to that kind.
      waiting.set(mine, (answer) => resolve(answer as ImportAnswers[K]))
      worker.postMessage({ number: mine, command } satisfies NumberedCommand)
    })
  }

  return {
    look: (file, fileName) => ask({ kind: 'look', file, fileName }),
    preview: (choice) => ask({ kind: 'preview', choice }),
    questions: (from, count) => ask({ kind: 'questions', from, count }),
    stop: () => stop(''),
  }
}

function stopped(detail: string): Result<never, ImportFailure> {
  return fail({ kind: 'stopped', detail })
}
