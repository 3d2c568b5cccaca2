import type { Brand } from '#lib/brand.ts'
import type { Instant } from '#lib/time.ts'
import type { Attempt } from './attempt.ts'
import { begin, end, freshAttempt, hear, isMovingAttempt, reopen } from './attempt.ts'
import type { Ending } from './ending.ts'
import type { Provenance } from './provenance.ts'
import type { AnswerUsage } from './usage.ts'

export type ConversationId = Brand<string, 'ConversationId'>
export type TurnId = Brand<string, 'TurnId'>

/** Questions and answers that belong together, oldest first. Only the last turn can be moving. */
export interface Conversation {
  readonly id: ConversationId
  /** The name a student gave; without one it is called after its first question. */
  readonly title: string | null
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly turns: readonly Turn[]
}

/** One question and every attempt at it; there is always at least one. */
export interface Turn {
  readonly id: TurnId
  /** As it was typed. */
  readonly question: string
  /** The instruction in force when it was asked; only the first question that is sent wears it. */
  readonly instruction: string
  readonly askedAt: Instant
  readonly attempts: readonly Attempt[]
}

export interface NewQuestion {
  readonly id: TurnId
  readonly question: string
  readonly instruction: string
}

export function conversationId(text: string): ConversationId {
  return text as ConversationId
}

export function turnId(text: string): TurnId {
  return text as TurnId
}

export function newConversation(id: ConversationId, now: Instant): Conversation {
  return { id, title: null, createdAt: now, updatedAt: now, turns: [] }
}

export function askQuestion(conversation: Conversation, asked: NewQuestion, now: Instant): Conversation {
  const turn: Turn = { ...asked, askedAt: now, attempts: [freshAttempt] }
  return { ...conversation, updatedAt: now, turns: [...conversation.turns, turn] }
}

/** The model begins. */
export function beginAnswer(conversation: Conversation, turn: TurnId, provenance: Provenance): Conversation {
  return changeLastAttempt(conversation, turn, (attempt) => begin(attempt, provenance))
}

/** Notes how many earlier questions the model is not shown. */
export function leaveOut(conversation: Conversation, turn: TurnId, leftOut: number): Conversation {
  return changeLastAttempt(conversation, turn, (attempt) => ({ ...attempt, leftOut }))
}

/** The next piece of the answer, as the model wrote it. */
export function hearText(conversation: Conversation, turn: TurnId, piece: string, now: Instant): Conversation {
  return changeLastAttempt(conversation, turn, (attempt) => hear(attempt, piece, now))
}

export function endAnswer(
  conversation: Conversation,
  turn: TurnId,
  how: { readonly ending: Ending; readonly usage: AnswerUsage | null },
  now: Instant,
): Conversation {
  return {
    ...changeLastAttempt(conversation, turn, (attempt) => end(attempt, how.ending, how.usage, now)),
    updatedAt: now,
  }
}

/** Asks the same question again; the earlier attempts stay. */
export function retryTurn(conversation: Conversation, turn: TurnId, now: Instant): Conversation {
  return {
    ...changeTurn(conversation, turn, (asked) => ({ ...asked, attempts: [...asked.attempts, freshAttempt] })),
    updatedAt: now,
  }
}

/** Opens the last attempt of a turn again, to be written on from its last word. */
export function continueAttempt(conversation: Conversation, turn: TurnId): Conversation {
  return changeLastAttempt(conversation, turn, reopen)
}

/**
 * A copy of a conversation up to a turn, with another question in that turn's place. The original is not changed: its
 * answers belong to the question as it was asked.
 */
export function forkFrom(
  conversation: Conversation,
  edited: TurnId,
  asked: NewQuestion,
  id: ConversationId,
  now: Instant,
): Conversation {
  const at = conversation.turns.findIndex((turn) => turn.id === edited)
  const turns = conversation.turns.slice(0, Math.max(at, 0))
  return askQuestion({ ...conversation, id, createdAt: now, turns }, asked, now)
}

/** Gives a name; an empty one takes the given name away. */
export function renameConversation(conversation: Conversation, title: string): Conversation {
  const trimmed = title.trim()
  return { ...conversation, title: trimmed === '' ? null : trimmed }
}

/** Whether an answer is being waited for or written. */
export function isMoving(conversation: Conversation): boolean {
  const last = lastTurn(conversation)
  return last !== undefined && isMovingAttempt(lastAttempt(last))
}

/** What may be kept of a conversation: whatever was still moving was interrupted. */
export function keepable(conversation: Conversation, now: Instant): Conversation {
  const moving = conversation.turns.filter((turn) => isMovingAttempt(lastAttempt(turn)))
  return moving.reduce(
    (kept, { id }) => changeLastAttempt(kept, id, (attempt) => end(attempt, { kind: 'interrupted' }, null, now)),
    conversation,
  )
}

export function lastTurn(conversation: Conversation): Turn | undefined {
  return conversation.turns.at(-1)
}

export function lastAttempt(turn: Turn): Attempt {
  return turn.attempts.at(-1) ?? freshAttempt
}

const titleLength = 48

/** What a conversation is called: its given name, or the first words of its first question; null before that. */
export function titleOf({ title, turns }: Pick<Conversation, 'title' | 'turns'>): string | null {
  if (title !== null) return title
  const words = turns[0]?.question.trim().replace(/\s+/gu, ' ') ?? ''
  if (words === '') return null
  const letters = Array.from(words)
  if (letters.length <= titleLength) return words
  const cut = letters.slice(0, titleLength).join('')
  const space = cut.lastIndexOf(' ')
  const whole = space > titleLength / 2 ? cut.slice(0, space) : cut
  return `${whole.replace(/[\s.,;:!?]+$/u, '')}…`
}

function changeTurn(conversation: Conversation, id: TurnId, change: (turn: Turn) => Turn): Conversation {
  return { ...conversation, turns: conversation.turns.map((turn) => (turn.id === id ? change(turn) : turn)) }
}

function changeLastAttempt(
  conversation: Conversation,
  id: TurnId,
  change: (attempt: Attempt) => Attempt,
): Conversation {
  return changeTurn(conversation, id, (turn) => ({
    ...turn,
    attempts: [...turn.attempts.slice(0, -1), change(lastAttempt(turn))],
  }))
}
