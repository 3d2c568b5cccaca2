import type { CompletionUsage, InitProgressReport } from '@mlc-ai/web-llm'
import { MLCEngine } from '@mlc-ai/web-llm'
import type { ModelFailure } from '#domain/models/failure.ts'
import { loadStarting } from '#domain/models/load-progress.ts'
import type { EngineEvent, GenerateRequest, LoadedModel, Usage } from '../../engine-port.ts'
import { EngineError } from '../../engine-port.ts'
import type { LoadOrder, ModelRuntime } from '../../model-runtime.ts'
import { cacheKeyOf, modelAddress } from '../../shelf/cache-keys.ts'
import { keepModel } from '../../shelf/keep-model.ts'
import { probeAdapter } from './adapter.ts'
import { explainWebLlm } from './explain.ts'
import { hearDeviceLoss } from './device-loss.ts'
import { readProgress } from './read-progress.ts'
import { soleEngine } from './sole-engine.ts'
import { unsaid } from './unsaid.ts'

interface Ready {
  readonly engine: MLCEngine
  readonly modelId: string
  readonly contextWindow: number
}

/**
 * The runtime over WebLLM 0.2.86, the place where that library's habits end.
 *
 * Prompts go through its completions API as whole texts: its chat API renders templates of its own, which lose the mark
 * that ends a turn when the cache is reused and change `$` in texts. Rendering is ours (`domain/conversation`).
 */
export function webllmRuntime(): ModelRuntime {
  let ready: Ready | null = null
  /** Whether the device went away while a model was ready: then every error since has that cause. */
  let lost = false
  let contextWindow = 0
  const lostListeners: ((failure: ModelFailure) => void)[] = []

  hearDeviceLoss(() => {
    // During a load the failing call itself says what went wrong.
    if (ready === null) return
    ready = null
    lost = true
    for (const listener of lostListeners) listener({ kind: 'deviceLost' })
  })

  const sole = soleEngine(navigator.locks, () => {
    void free()
    for (const listener of lostListeners) listener({ kind: 'takenOver' })
  })

  /** Takes the model out of the GPU. */
  async function free(): Promise<void> {
    const unloaded = ready
    ready = null
    lost = false
    await unloaded?.engine.unload()
  }

  /** Asked anew each time: it changes while others wait. */
  const isLost = (): boolean => lost

  async function unload(): Promise<void> {
    await free()
    sole.release()
  }

  async function load(order: LoadOrder, onProgress: Parameters<ModelRuntime['load']>[1]): Promise<LoadedModel> {
    const { model, appRoot } = order
    await free()
    await sole.claim(order.takeOver)
    contextWindow = order.contextWindow
    onProgress(loadStarting)
    const adapter = await probeAdapter(navigator.gpu, model)
    const library = model.libraries.find(({ schedule }) => schedule === adapter.schedule) ?? model.libraries[0]
    if (library === undefined) throw new EngineError({ kind: 'unexpected', detail: 'The model has no library.' })

    let repaired: readonly string[] = []
    await keepModel(
      { model, library, appRoot },
      { caches, fetchBytes: (url, init) => fetch(url, init) },
      (progress) => {
        repaired = progress.repaired
        onProgress(progress)
      },
    )

    const engine = new MLCEngine({
      appConfig: {
        model_list: [{ model: modelAddress(model), model_id: model.id, model_lib: cacheKeyOf(model, library).url }],
      },
      initProgressCallback: ({ text, progress }: InitProgressReport) => {
        const read = readProgress(text, progress, repaired)
        if (read !== null) onProgress(read)
      },
      logLevel: 'ERROR',
    })
    await engine.reload(model.id, { context_window_size: contextWindow })
    onProgress({ stage: 'warming', done: 0, total: 1, repaired })
    // The first prefill and the first decode build what the browser builds lazily, and prove that this GPU computes.
    await engine.completions.create({ model: model.id, prompt: '\n\n', max_tokens: 2, temperature: 0, stream: false })
    ready = { engine, modelId: model.id, contextWindow }
    onProgress({ stage: 'ready', done: 1, total: 1, repaired })
    return { schedule: library.schedule, librarySha256: library.sha256, contextWindow, adapter: adapter.name }
  }

  async function* generate(
    request: GenerateRequest,
    signal: AbortSignal,
  ): AsyncGenerator<EngineEvent, void, undefined> {
    if (ready === null) throw new EngineError({ kind: lost ? 'deviceLost' : 'notLoaded' })
    if (signal.aborted) {
      yield { kind: 'ended', reason: 'stopped', usage: noUsage }
      return
    }
    const { engine, modelId } = ready
    const stop = (): void => void engine.interruptGenerate()
    signal.addEventListener('abort', stop, { once: true })
    try {
      const chunks = await engine.completions.create({
        model: modelId,
        prompt: request.prompt,
        max_tokens: request.maxTokens,
        temperature: request.temperature,
        top_p: request.topP,
        ...(request.seed === undefined ? {} : { seed: request.seed }),
        stream: true,
        stream_options: { include_usage: true },
      })
      let said = ''
      let finish: string | null = null
      let usage = noUsage
      for await (const chunk of chunks) {
        const [choice] = chunk.choices
        if (choice !== undefined) {
          finish = choice.finish_reason
          if (choice.text !== '') {
            said += choice.text
            yield { kind: 'delta', text: choice.text }
          }
        }
        if (chunk.usage) usage = readUsage(chunk.usage)
        // The library forgets an interruption that came before its first step, so the signal is looked at here too.
        if (isAborted(signal) && finish === null) stop()
      }
      const rest = unsaid(said, await engine.getMessage(modelId))
      if (rest !== '') yield { kind: 'delta', text: rest }
      yield { kind: 'ended', reason: finishReason(finish, usage, request.maxTokens), usage }
    } catch (error) {
      // What fails with a device fails a moment before the loss of the device is told, which is the better explanation.
      if (!isLost()) await pause(lossDelay)
      throw error
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

  return {
    load,
    generate,
    unload,
    explain: (error) => (lost ? { kind: 'deviceLost' } : explainWebLlm(error, ready !== null, contextWindow)),
    onLost: (listener) => void lostListeners.push(listener),
  }
}

/** How long after the first error of a lost device its loss may be told, in milliseconds. */
const lossDelay = 300

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Asked anew each time: the compiler believes that a signal once looked at stays as it was. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted
}

const noUsage: Usage = {
  promptTokens: 0,
  completionTokens: 0,
  prefillTokensPerSecond: null,
  decodeTokensPerSecond: null,
}

function readUsage({ prompt_tokens, completion_tokens, extra }: CompletionUsage): Usage {
  return {
    promptTokens: prompt_tokens,
    completionTokens: completion_tokens,
    prefillTokensPerSecond: finiteOrNull(extra.prefill_tokens_per_s),
    decodeTokensPerSecond: finiteOrNull(extra.decode_tokens_per_s),
  }
}

/** The library divides by zero for an answer of one token. */
function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) && value > 0 ? value : null
}

/** The library says `length` both for the limit of the request and for a full context window. */
function finishReason(
  finish: string | null,
  usage: Usage,
  maxTokens: number,
): Extract<EngineEvent, { kind: 'ended' }>['reason'] {
  if (finish === 'abort') return 'stopped'
  if (finish !== 'length') return 'complete'
  return usage.completionTokens >= maxTokens ? 'length' : 'contextFull'
}
