import type { AskOptions } from '#domain/conversation/ask-settings.ts'
import type { Conversation, TurnId } from '#domain/conversation/conversation.ts'
import { beginAnswer, endAnswer, hearText, lastAttempt, leaveOut } from '#domain/conversation/conversation.ts'
import type { Ending } from '#domain/conversation/ending.ts'
import type { Fitted } from '#domain/conversation/messages.ts'
import { exchangeFor, fitMessages } from '#domain/conversation/messages.ts'
import { estimateFor, guessTokens, promptBudget } from '#domain/conversation/token-estimate.ts'
import type { AnswerUsage } from '#domain/conversation/usage.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import type { Clock } from '#platform/clock-port.ts'
import type { Answering, AnswerRequest } from './answering-port.ts'

/** An answer on its way into a conversation. */
export interface Run {
  /** Ends it as `stopped`. */
  stop(): void
  /** Closes the thought and goes on to the answer. */
  answerNow(): void
  /** Says at once what was held back for the next frame. */
  flush(): void
  /** Stops it and lets nothing more of it into the conversation. */
  abandon(): void
  /** Settles when the answer has ended; never rejects. */
  readonly ended: Promise<void>
}

export interface RunNeeds {
  readonly answering: Answering
  readonly clock: Clock
  readonly read: () => Conversation
  readonly change: (change: (conversation: Conversation) => Conversation) => void
}

/**
 * Has the last attempt of a turn answered. What the model writes reaches the conversation at most once a frame. A prompt
 * that the model finds too long is asked again with one pair of question and answer fewer, until only the question is
 * left.
 */
export function startAnswer(needs: RunNeeds, turn: TurnId, options: AskOptions): Run {
  const { answering, clock } = needs
  const stopping = new AbortController()
  const hurrying = new AbortController()
  let isAbandoned = false
  let unheard = ''
  let cancelFrame: (() => void) | null = null

  const change = (how: (conversation: Conversation) => Conversation): void => {
    if (!isAbandoned) needs.change(how)
  }
  const flush = (): void => {
    cancelFrame?.()
    cancelFrame = null
    const piece = unheard
    unheard = ''
    if (piece !== '') change((conversation) => hearText(conversation, turn, piece, clock.now()))
  }
  const hear = (piece: string): void => {
    unheard += piece
    cancelFrame ??= clock.nextFrame(flush)
  }

  const answerAll = async (): Promise<void> => {
    const { text } = attemptAt(needs.read(), turn)
    for (let leavingOut = 0; ;) {
      const { messages, leftOut } = fit(needs.read(), turn, { options, text, leavingOut, model: answering.model() })
      const request = requestFor(messages, options, text)
      change((conversation) => leaveOut(conversation, turn, leftOut))
      const how = await stream(request)
      const mayDrop = leftOut < exchangeFor(needs.read(), turn).pairs.length && !stopping.signal.aborted
      if (mayDrop && isTooLong(how.ending)) {
        leavingOut = leftOut + 1
        continue
      }
      change((conversation) => endAnswer(conversation, turn, how, clock.now()))
      return
    }
  }

  const stream = async (request: AnswerRequest): Promise<Ended> => {
    try {
      const controls = { signal: stopping.signal, answerNow: hurrying.signal }
      for await (const event of answering.answer(request, controls)) {
        if (event.kind === 'began') change((conversation) => beginAnswer(conversation, turn, event.provenance))
        if (event.kind === 'text') hear(event.text)
        if (event.kind === 'ended') {
          flush()
          return event
        }
      }
      flush()
      return brokenOff('the answer came to no end')
    } catch (error) {
      flush()
      return brokenOff(String(error))
    }
  }

  return {
    stop: () => {
      stopping.abort()
    },
    answerNow: () => {
      hurrying.abort()
    },
    flush,
    abandon: () => {
      isAbandoned = true
      cancelFrame?.()
      stopping.abort()
    },
    ended: answerAll(),
  }
}

interface Ended {
  readonly ending: Ending
  readonly usage: AnswerUsage | null
}

interface Wish {
  readonly options: AskOptions
  /** The text so far of an answer that is being continued. */
  readonly text: string
  readonly leavingOut: number
  readonly model: ModelRecord | null
}

function fit(conversation: Conversation, turn: TurnId, { options, text, leavingOut, model }: Wish): Fitted {
  const exchange = exchangeFor(conversation, turn)
  if (model === null) return fitMessages(exchange, { budgetTokens: Infinity, estimateTokens: guessTokens, leavingOut })
  const estimateTokens = estimateFor(conversation, model.id)
  const budget = promptBudget(windowOf(conversation, model), options.maxTokens)
  return fitMessages(exchange, { budgetTokens: budget - estimateTokens(text), estimateTokens, leavingOut })
}

/** The context window that this model last answered with here, or else the one it is usually loaded with. */
function windowOf({ turns }: Conversation, model: ModelRecord): number {
  const known = turns.flatMap(({ attempts }) => attempts.map(({ provenance }) => provenance))
  const last = known.findLast((provenance) => provenance?.modelId === model.id)
  return last?.contextWindow ?? model.contextWindow.default
}

function requestFor(messages: Fitted['messages'], options: AskOptions, text: string): AnswerRequest {
  const { thinking, thinkingBudget, maxTokens } = options
  const request = { messages, thinking, thinkingBudget, maxTokens }
  return text === '' ? request : { ...request, continueFrom: text }
}

function attemptAt(conversation: Conversation, id: TurnId): { readonly text: string } {
  const turn = conversation.turns.find((candidate) => candidate.id === id)
  return turn === undefined ? { text: '' } : lastAttempt(turn)
}

function isTooLong(ending: Ending): boolean {
  return ending.kind === 'failed' && ending.failure.kind === 'promptTooLong'
}

function brokenOff(detail: string): Ended {
  return { ending: { kind: 'failed', failure: { kind: 'unexpected', detail } }, usage: null }
}
