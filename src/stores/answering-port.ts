import type { ChatMessage } from '#domain/conversation/chat-template.ts'
import type { Ending } from '#domain/conversation/ending.ts'
import type { Provenance } from '#domain/conversation/provenance.ts'
import type { AnswerUsage } from '#domain/conversation/usage.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'

/** What stores need of a model to have something answered. One answer runs at a time; a second one waits for its turn. */
export interface Answering {
  /** The model that would answer now, or null while none is ready. */
  model(): ModelRecord | null
  /**
   * Streams an answer. Never throws: whatever goes wrong is the ending of the last event. The last event is always
   * `ended`.
   */
  answer(request: AnswerRequest, controls: AnswerControls): AsyncIterable<AnswerEvent>
}

export interface AnswerRequest {
  /** Typed text in it has been through `withoutChatMarks`. */
  readonly messages: readonly ChatMessage[]
  readonly thinking: boolean
  /** Tokens of reasoning after which the thought is closed and the answer asked for; `null` is no limit. */
  readonly thinkingBudget: number | null
  readonly maxTokens: number
  /** The text so far of an answer that is to be continued, tags included. */
  readonly continueFrom?: string
  /** For repeatable sampling. */
  readonly seed?: number
}

export interface AnswerControls {
  /** Stops the answer: it ends as `stopped`. */
  readonly signal: AbortSignal
  /** Closes the thought and goes on to the answer; no effect once the answer has begun. */
  readonly answerNow: AbortSignal
}

export type AnswerEvent =
  /** The model is about to read the prompt; an answer before this one may have kept it waiting. */
  | { readonly kind: 'began'; readonly provenance: Provenance }
  /** The next piece of text, tags of the reasoning included. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'ended'; readonly ending: Ending; readonly usage: AnswerUsage }
