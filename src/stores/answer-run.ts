import type { ChatMessage } from '#domain/conversation/chat-template.ts'
import { renderPrompt } from '#domain/conversation/chat-template.ts'
import type { Ending } from '#domain/conversation/ending.ts'
import type { AnswerUsage } from '#domain/conversation/usage.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import { feedTrace, startTrace } from '#domain/trace/trace.ts'
import type { Trace } from '#domain/trace/trace.ts'
import type { EnginePort, FinishReason, Usage } from '#engine/engine-port.ts'
import { EngineError } from '#engine/engine-port.ts'
import type { Clock } from '#platform/clock-port.ts'
import type { AnswerControls, AnswerEvent, AnswerRequest } from './answering-port.ts'

/** What closes a thought that was cut short; the model goes on to its answer from here. */
const thoughtClosing = (close: string): string => `\n${close}\n\n`

export interface AnswerNeeds {
  readonly engine: EnginePort
  readonly clock: Clock
  readonly model: ModelRecord
}

/**
 * Has one answer written: renders the prompt, streams, and closes the thought when its budget is spent or the student
 * wants the answer now. Closing is a second request that goes on from the text so far, since a model cannot be told
 * anything while it writes. The same way continues an answer that had stopped.
 *
 * Never throws; the last event is always `ended`.
 */
export async function* runAnswer(
  request: AnswerRequest,
  controls: AnswerControls,
  { engine, clock, model }: AnswerNeeds,
): AsyncGenerator<Exclude<AnswerEvent, { kind: 'began' }>, void, undefined> {
  const format = model.trace
  const sampling = request.thinking ? model.sampling.thinking : model.sampling.direct
  const began = clock.now()
  let said = request.continueFrom ?? ''
  let trace = feedTrace(startTrace(format), said, format)
  /** Tokens of the requests that ended, as the engine counted them. */
  let tokens = 0
  let reasoningTokens = 0
  let firstAt: number | null = null
  let last: Usage | null = null

  const hear = (text: string): AnswerEvent & { kind: 'text' } => {
    firstAt ??= clock.now()
    said += text
    trace = feedTrace(trace, text, format)
    return { kind: 'text', text }
  }
  const usage = (): AnswerUsage => ({
    promptTokens: last?.promptTokens ?? 0,
    completionTokens: tokens,
    decodeTokensPerSecond: last?.decodeTokensPerSecond ?? null,
    timeToFirstTokenMs: firstAt === null ? null : firstAt - began,
    contextUsed: (last?.promptTokens ?? 0) + (last?.completionTokens ?? 0),
  })

  try {
    for (;;) {
      const leg = legControls(controls, () => isThinking(trace))
      let reason: FinishReason = 'complete'
      let spent = false
      try {
        const prompt = promptOf(request.messages, said, request.thinking)
        const events = engine.generate(
          { prompt, maxTokens: request.maxTokens - tokens, ...sampling, ...seedOf(request) },
          leg.signal,
        )
        for await (const event of events) {
          if (event.kind === 'ended') {
            reason = event.reason
            last = event.usage
            tokens += event.usage.completionTokens
            continue
          }
          yield hear(event.text)
          if (!isThinking(trace)) continue
          // A piece is a token, but for the few that end in half a character.
          reasoningTokens += 1
          if (request.thinkingBudget !== null && reasoningTokens >= request.thinkingBudget && !spent) {
            spent = true
            leg.stop()
          }
        }
      } finally {
        leg.leave()
      }
      const mayAnswer = reason === 'stopped' && !controls.signal.aborted && isThinking(trace)
      if (mayAnswer && tokens < request.maxTokens) {
        yield hear(thoughtClosing(format.close))
        continue
      }
      yield { kind: 'ended', ending: { kind: endingOf(reason) }, usage: usage() }
      return
    }
  } catch (error) {
    const ending: Ending = { kind: 'failed', failure: failureOf(error) }
    yield { kind: 'ended', ending, usage: usage() }
  }
}

/** The rendered conversation and, behind it, the answer so far. A text that closed its thought in the prompt is not opened again. */
export function promptOf(messages: readonly ChatMessage[], said: string, thinking: boolean): string {
  return renderPrompt(messages, { thinking }) + said
}

/** A signal for one request that also follows the student's wishes. */
function legControls(controls: AnswerControls, thinks: () => boolean) {
  const leg = new AbortController()
  const stop = (): void => leg.abort()
  const answerNow = (): void => {
    if (thinks()) leg.abort()
  }
  if (controls.signal.aborted) stop()
  controls.signal.addEventListener('abort', stop, { once: true })
  controls.answerNow.addEventListener('abort', answerNow, { once: true })
  return {
    signal: leg.signal,
    stop,
    leave() {
      controls.signal.removeEventListener('abort', stop)
      controls.answerNow.removeEventListener('abort', answerNow)
    },
  }
}

function isThinking(trace: Trace): boolean {
  return trace.voice === 'reasoning'
}

function seedOf({ seed }: AnswerRequest): { readonly seed?: number } {
  return seed === undefined ? {} : { seed }
}

function endingOf(reason: FinishReason): Exclude<Ending['kind'], 'failed' | 'interrupted'> {
  return reason === 'length' ? 'lengthReached' : reason
}

function failureOf(error: unknown) {
  return error instanceof EngineError ? error.failure : ({ kind: 'unexpected', detail: String(error) } as const)
}
