import type { Attempt } from '#domain/conversation/attempt.ts'
import type { Conversation } from '#domain/conversation/conversation.ts'
import { lastAttempt, lastTurn } from '#domain/conversation/conversation.ts'
import { openMemoryDatabase } from '#storage/memory/memory-database.ts'
import { openMemoryShelf } from '#storage/memory/memory-shelf.ts'
import { conversationSchema } from '#storage/schemas/conversation.ts'
import { openConversations } from '#stores/conversations.ts'
import { handFedAnswering } from '../fakes/hand-fed-answering.ts'
import { manualClock } from './manual-clock.ts'

/** Conversations over fakes, with every fake in reach: a model fed by hand, a clock that stands still, a forgetful disk. */
export function conversationsOverFakes({ database = openMemoryDatabase() } = {}) {
  const clock = manualClock()
  const answering = handFedAnswering()
  const shelf = openMemoryShelf(conversationSchema, clock, database)
  const hidden = new Set<() => void>()
  let count = 0
  const conversations = openConversations({
    answering,
    shelf,
    clock,
    ids: () => `id${(count += 1)}`,
    onPageHide: (action) => {
      hidden.add(action)
      return () => void hidden.delete(action)
    },
  })
  return {
    conversations,
    answering,
    clock,
    shelf,
    database,
    hidePage: () => {
      for (const action of hidden) action()
    },
    state: () => conversations.state.getState(),
    attempt: () => attemptOf(conversations.state.getState().open),
  }
}

/** The newest attempt at the newest question. */
export function attemptOf(conversation: Conversation | null): Attempt | null {
  const turn = conversation === null ? undefined : lastTurn(conversation)
  return turn === undefined ? null : lastAttempt(turn)
}
