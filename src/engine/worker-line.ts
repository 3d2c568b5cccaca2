import { startBlobWorker } from '#wire/blob-worker.ts'
import type { EngineLine } from './remote-engine.ts'
import type { EngineCommand, EngineReport } from './wire.ts'
import { aliveMessage } from './wire.ts'

/**
 * Starts the engine's worker, bound by this page's policy, and hears it die.
 *
 * A worker that is killed fires no event. It holds a Web Lock with its own name for as long as it lives, so that the
 * page gets that lock exactly when the worker is gone.
 */
export function startWorkerLine(scriptUrl: string): EngineLine {
  const name = `munjin-engine-${crypto.randomUUID()}`
  const { worker, end: endWorker } = startBlobWorker(new URL(scriptUrl, document.baseURI).href, name)
  const waiting = new AbortController()
  let gone: () => void = () => undefined
  const end = (): void => {
    waiting.abort()
    endWorker()
  }
  const die = (): void => {
    if (waiting.signal.aborted) return
    end()
    gone()
  }
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    die()
  })
  worker.addEventListener('messageerror', die)
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data !== aliveMessage) return
    navigator.locks.request(name, { signal: waiting.signal }, die).catch(() => undefined)
  })
  return {
    post: (message: EngineCommand) => worker.postMessage(message),
    onMessage(listener) {
      worker.addEventListener('message', ({ data }: MessageEvent<EngineReport | typeof aliveMessage>) => {
        if (data !== aliveMessage) listener(data)
      })
    },
    onGone(listener) {
      gone = listener
    },
    close: end,
  }
}
