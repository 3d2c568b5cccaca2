import type { ChatMessage } from './chat-template.ts'
import { withoutChatMarks } from './chat-template.ts'
import type { Conversation, Turn, TurnId } from './conversation.ts'
import { withInstruction } from './instruction.ts'
import { answerIn } from './thought.ts'
import type { EstimateTokens } from './token-estimate.ts'
import { messageTokens } from './token-estimate.ts'

/** What a model can be shown of a conversation: questions that got an answer, oldest first, and the one to answer now. */
export interface Exchange {
  readonly pairs: readonly { readonly asked: Asked; readonly answer: string }[]
  readonly now: Asked
}

type Asked = Pick<Turn, 'question' | 'instruction'>

/**
 * What there is to say when a turn's question is put to the model. Earlier answers go without their reasoning; a
 * question that got no answer, because it failed or was stopped too early, is skipped.
 */
export function exchangeFor({ turns }: Conversation, asked: TurnId): Exchange {
  const at = turns.findIndex(({ id }) => id === asked)
  const pairs = turns.slice(0, Math.max(at, 0)).flatMap((turn) => {
    const answer = turn.attempts.map(({ text }) => answerIn(text)).findLast((text) => text !== '')
    return answer === undefined ? [] : [{ asked: turn, answer }]
  })
  return { pairs, now: turns[at] ?? { question: '', instruction: '' } }
}

/**
 * The messages of an exchange. The first question that is sent wears the instruction that was in force when it was
 * asked; those that follow go as they were typed. Nothing in them can be taken for a chat mark.
 */
export function messagesOf({ pairs, now }: Exchange): readonly ChatMessage[] {
  const say = ({ question, instruction }: Asked, index: number): ChatMessage => ({
    role: 'user',
    content: withoutChatMarks(index === 0 ? withInstruction(instruction, question) : question),
  })
  const before = pairs.flatMap<ChatMessage>(({ asked, answer }, index) => [
    say(asked, index),
    { role: 'assistant', content: withoutChatMarks(answer) },
  ])
  return [...before, say(now, pairs.length)]
}

/** The whole conversation up to a turn, as the model would be told it with room enough. */
export function messagesFor(conversation: Conversation, asked: TurnId): readonly ChatMessage[] {
  return messagesOf(exchangeFor(conversation, asked))
}

export interface Fitted {
  readonly messages: readonly ChatMessage[]
  /** How many of the oldest question and answer pairs are not among them. */
  readonly leftOut: number
}

/**
 * As much of an exchange as fits into `budgetTokens`: the oldest pairs go first, and the question itself always stays.
 * At least `leavingOut` pairs go, since a model that found a prompt too long knows better than an estimate.
 */
export function fitMessages(
  exchange: Exchange,
  limits: { readonly budgetTokens: number; readonly estimateTokens: EstimateTokens; readonly leavingOut?: number },
): Fitted {
  const { pairs, now } = exchange
  for (let leftOut = Math.min(limits.leavingOut ?? 0, pairs.length); ; leftOut += 1) {
    const messages = messagesOf({ pairs: pairs.slice(leftOut), now })
    if (leftOut >= pairs.length) return { messages, leftOut }
    const tokens = messages.reduce((sum, message) => sum + messageTokens(message, limits.estimateTokens), 0)
    if (tokens <= limits.budgetTokens) return { messages, leftOut }
  }
}
