/** What an answer cost, as the engine counted it. */
export interface AnswerUsage {
  readonly promptTokens: number
  readonly completionTokens: number
  readonly decodeTokensPerSecond: number | null
  /** From the start of reading the prompt to the first piece of text, in milliseconds; null when there was none. */
  readonly timeToFirstTokenMs: number | null
  /** Tokens of the context window that prompt and answer fill. */
  readonly contextUsed: number
}

/** What an answer cost that was written in two goes: the second one had the first one's text in its prompt. */
export function addUsage(first: AnswerUsage | null, second: AnswerUsage | null): AnswerUsage | null {
  if (first === null || second === null) return second ?? first
  return {
    promptTokens: first.promptTokens,
    completionTokens: first.completionTokens + second.completionTokens,
    decodeTokensPerSecond: second.decodeTokensPerSecond ?? first.decodeTokensPerSecond,
    timeToFirstTokenMs: first.timeToFirstTokenMs ?? second.timeToFirstTokenMs,
    contextUsed: Math.max(first.contextUsed, second.contextUsed),
  }
}
