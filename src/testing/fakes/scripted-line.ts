import type { ModelRuntime } from '#engine/model-runtime.ts'
import type { EngineLine } from '#engine/remote-engine.ts'
import { serveEngine } from '#engine/serve-engine.ts'

/** A line to a runtime in this very thread, over structured clones like a worker's, which can be killed. */
export function scriptedLine(runtime: ModelRuntime): EngineLine & { readonly kill: () => void } {
  let isOpen = true
  let gone: () => void = () => undefined
  const carry = <T>(message: T, listeners: readonly ((message: T) => void)[]): void => {
    const copy = structuredClone(message)
    setTimeout(() => {
      if (isOpen) for (const listener of listeners) listener(copy)
    }, 0)
  }
  const toPage: Parameters<EngineLine['onMessage']>[0][] = []
  const toWorker: ((command: Parameters<EngineLine['post']>[0]) => void)[] = []
  serveEngine(
    {
      post: (report) => carry(report, toPage),
      onMessage: (listener) => void toWorker.push(listener),
      onGone: () => undefined,
      close: () => undefined,
    },
    runtime,
  )
  return {
    post: (command) => carry(command, toWorker),
    onMessage: (listener) => void toPage.push(listener),
    onGone: (listener) => (gone = listener),
    close: () => (isOpen = false),
    kill() {
      isOpen = false
      gone()
    },
  }
}
