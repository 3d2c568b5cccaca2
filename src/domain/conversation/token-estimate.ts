import type { ChatMessage } from './chat-template.ts'
import type { Conversation } from './conversation.ts'

/** Roughly how many tokens a text has; errs on the side of too many. */
export type EstimateTokens = (text: string) => number

// Only for the first words to a model. They are not measured: they are set above what a byte-level vocabulary of Qwen3's
// size should need, for guessing high costs an old turn and guessing low a failed prefill. Usage, once there is some,
// replaces them by what was counted, and a prompt that is too long all the same is asked again with one pair fewer.
const tokensPerLatinLetter = 0.4
const tokensPerOtherLetter = 0.9

/** A model's own measure differs from answer to answer; this much above the highest seen is taken. */
const margin = 1.1
/** Usage of an answer that went on after a lost piece counts too few tokens; no measure below this is believed. */
const lowestFactor = 0.5
/** Shorter answers are mostly tags and say little about letters. */
const fewestTokens = 24

/** The guess before anything was counted. */
export const guessTokens: EstimateTokens = (text) => {
  let [latin, other] = [0, 0]
  for (const letter of text) {
    if (letter < '\u0250') latin += 1
    else other += 1
  }
  return Math.ceil(latin * tokensPerLatinLetter + other * tokensPerOtherLetter)
}

/** An estimate for one model, held to what it counted in the earlier answers of a conversation. */
export function estimateFor(conversation: Conversation, modelId: string): EstimateTokens {
  const factors = conversation.turns.flatMap(({ attempts }) =>
    attempts.flatMap(({ answer, provenance, text }) => {
      if (answer.status !== 'ended' || answer.usage === null || provenance?.modelId !== modelId) return []
      const tokens = answer.usage.completionTokens
      return tokens < fewestTokens ? [] : [tokens / guessTokens(text)]
    }),
  )
  if (factors.length === 0) return guessTokens
  const factor = Math.max(lowestFactor, ...factors.map((counted) => counted * margin))
  return (text) => Math.ceil(guessTokens(text) * factor)
}

/** A message with the marks that the chat template puts around it: start, role, line break, end, line break. */
export function messageTokens({ content }: ChatMessage, estimateTokens: EstimateTokens): number {
  return estimateTokens(content) + 5
}

/** Tokens a prompt may take. The longest answer is kept free, but never more than half of the window. */
export function promptBudget(contextWindow: number, maxTokens: number): number {
  return contextWindow - Math.min(maxTokens, Math.floor(contextWindow / 2))
}
