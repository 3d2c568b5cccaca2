import { loadStages } from '#domain/models/load-progress.ts'
import type { ModelFailure } from '#domain/models/failure.ts'
import type { EngineEvent, GenerateRequest, LoadedModel } from '../engine-port.ts'
import { EngineError } from '../engine-port.ts'
import type { LoadOrder, ModelRuntime } from '../model-runtime.ts'

/** What a scripted model says to a prompt, in pieces; a failure in their place is how it breaks there. */
export type Script = (prompt: string) => readonly (string | ModelFailure)[]

/**
 * A runtime that says what it is told, for tests. One piece counts as one token, and `pause` is awaited before each.
 */
export function scriptedRuntime(script: Script, pause: () => Promise<void> = nextTask): ModelRuntime {
  let loaded: LoadOrder | null = null

  return {
    async load(order, onProgress): Promise<LoadedModel> {
      loaded = null
      for (const stage of loadStages) {
        await pause()
        onProgress({ stage, done: 1, total: 1, repaired: [] })
      }
      loaded = order
      return {
        schedule: 'software',
        librarySha256: order.model.libraries[0]?.sha256 ?? '',
        contextWindow: order.contextWindow,
        adapter: 'scripted',
      }
    },
    async *generate(request: GenerateRequest, signal: AbortSignal): AsyncGenerator<EngineEvent, void, undefined> {
      if (loaded === null) throw new EngineError({ kind: 'notLoaded' })
      let completionTokens = 0
      const ended = (reason: 'complete' | 'length' | 'stopped'): EngineEvent => ({
        kind: 'ended',
        reason,
        usage: {
          promptTokens: request.prompt.length,
          completionTokens,
          prefillTokensPerSecond: null,
          decodeTokensPerSecond: null,
        },
      })
      for (const piece of script(request.prompt)) {
        await pause()
        if (signal.aborted) {
          yield ended('stopped')
          return
        }
        if (typeof piece !== 'string') throw new EngineError(piece)
        completionTokens += 1
        yield { kind: 'delta', text: piece }
        if (completionTokens >= request.maxTokens) {
          yield ended('length')
          return
        }
      }
      yield ended('complete')
    },
    unload() {
      loaded = null
      return Promise.resolve()
    },
    explain: (error) => (error instanceof EngineError ? error.failure : { kind: 'unexpected', detail: String(error) }),
    onLost: () => undefined,
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
}
