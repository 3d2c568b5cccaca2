import type { EngineLine } from './remote-engine.ts'
import type { EngineCommand, EngineReport } from './wire.ts'
import { aliveMessage } from './wire.ts'

/**
 * Starts a module worker so that this page's Content-Security-Policy binds it, and hears it die.
 *
 * A policy in a `<meta>` does not bind a worker whose script came from the network, and a static host sends no header.
 * A worker started from a `blob:` inherits the page's policy; its one line imports the real script.
 *
 * A worker that is killed fires no event. It holds a Web Lock with its own name for as long as it lives, so that the
 * page gets that lock exactly when the worker is gone.
 */
export function startWorkerLine(scriptUrl: string): EngineLine {
  const name = `munjin-engine-${crypto.randomUUID()}`
  const bootstrap = URL.createObjectURL(
    new Blob([`import ${JSON.stringify(new URL(scriptUrl, document.baseURI).href)}`], { type: 'text/javascript' }),
  )
  const worker = new Worker(bootstrap, { type: 'module', name })
  const waiting = new AbortController()
  let gone: () => void = () => undefined
  const end = (): void => {
    waiting.abort()
    worker.terminate()
    URL.revokeObjectURL(bootstrap)
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
