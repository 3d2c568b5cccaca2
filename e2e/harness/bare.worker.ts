import { MLCEngine } from '@mlc-ai/web-llm'
import type { LogitProcessor } from '@mlc-ai/web-llm'

/** What a bare engine is to write. Addresses are those under which the model's files lie in WebLLM's caches. */
export interface BareOrder {
  readonly modelId: string
  readonly modelAddress: string
  readonly libraryAddress: string
  readonly contextWindow: number
  readonly prompts: readonly string[]
  readonly maxTokens: number
  /** Whether to note tokens and logits; it costs a copy of the logits a token, so not while timing. */
  readonly takesNotes: boolean
}

export interface BareAnswer {
  readonly text: string
  readonly tokens: readonly number[]
  /** What the first token was chosen from. */
  readonly firstLogits: readonly number[]
  readonly completionTokens: number
  readonly decodeTokensPerSecond: number
  readonly wallMs: number
}

class Notes implements LogitProcessor {
  tokens: number[] = []
  firstLogits: number[] = []
  processLogits = (logits: Float32Array): Float32Array => {
    if (this.tokens.length === 0) this.firstLogits = [...logits]
    return logits
  }
  processSampledToken = (token: number): void => void this.tokens.push(token)
  resetState = (): void => undefined
}

addEventListener('message', ({ data }: MessageEvent<BareOrder>) => {
  answer(data).then(
    (answers) => postMessage({ answers }),
    (error: unknown) => postMessage({ error: String(error) }),
  )
})

async function answer(order: BareOrder): Promise<readonly BareAnswer[]> {
  const notes = new Notes()
  const engine = new MLCEngine({
    appConfig: {
      model_list: [{ model: order.modelAddress, model_id: order.modelId, model_lib: order.libraryAddress }],
    },
    logLevel: 'ERROR',
    ...(order.takesNotes ? { logitProcessorRegistry: new Map([[order.modelId, notes]]) } : {}),
  })
  await engine.reload(order.modelId, { context_window_size: order.contextWindow })
  const answers: BareAnswer[] = []
  for (const prompt of order.prompts) {
    notes.tokens = []
    notes.firstLogits = []
    const began = performance.now()
    let text = ''
    let usage = { completion_tokens: 0, decode: 0 }
    const chunks = await engine.completions.create({
      prompt,
      max_tokens: order.maxTokens,
      temperature: 0,
      top_p: 1,
      stream: true,
      stream_options: { include_usage: true },
    })
    for await (const chunk of chunks) {
      text += chunk.choices[0]?.text ?? ''
      if (chunk.usage) {
        usage = { completion_tokens: chunk.usage.completion_tokens, decode: chunk.usage.extra.decode_tokens_per_s }
      }
    }
    answers.push({
      text,
      tokens: notes.tokens,
      firstLogits: notes.firstLogits,
      completionTokens: usage.completion_tokens,
      decodeTokensPerSecond: usage.decode,
      wallMs: performance.now() - began,
    })
  }
  await engine.unload()
  return answers
}
