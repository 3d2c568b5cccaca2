import type { Conversation, ConversationId } from '#domain/conversation/conversation.ts'
import { isMoving, titleOf } from '#domain/conversation/conversation.ts'
import type { ConversationMatch } from '#domain/conversation/search-conversations.ts'
import type { Instant } from '#lib/time.ts'
import type { StorageFailure } from '#storage/archive-port.ts'

/** A line of the list of conversations. */
export interface ConversationSummary {
  readonly id: ConversationId
  readonly title: string | null
  readonly updatedAt: Instant
  /** Whether an answer is being waited for or written in it. */
  readonly isMoving: boolean
}

export interface ConversationsState {
  /** Whether the kept conversations have been read; they can be added to before that. */
  readonly isReady: boolean
  /** Newest first. */
  readonly list: readonly ConversationSummary[]
  /** Kept records that cannot be opened. They are shown, and never written over. */
  readonly unreadable: readonly { readonly id: string; readonly failure: StorageFailure }[]
  /** Null is the beginning of a new one. */
  readonly open: Conversation | null
  /** Why the last thing that should have been kept or read was not; null once something could be kept again. */
  readonly trouble: StorageFailure | null
  readonly search: ConversationSearch | null
  /** What is being typed and was not asked yet; it stays while other screens are looked at. */
  readonly draft: string
  /** What was removed last, as long as that can be undone. */
  readonly removed: Conversation | null
}

export interface ConversationSearch {
  readonly query: string
  readonly matches: readonly ConversationMatch[]
}

export const noConversations: ConversationsState = {
  isReady: false,
  list: [],
  unreadable: [],
  open: null,
  trouble: null,
  search: null,
  draft: '',
  removed: null,
}

export function summaryOf(conversation: Conversation): ConversationSummary {
  const { id, updatedAt } = conversation
  return { id, title: titleOf(conversation), updatedAt, isMoving: isMoving(conversation) }
}

export function sameSummary(a: ConversationSummary, b: ConversationSummary): boolean {
  return a.title === b.title && a.updatedAt === b.updatedAt && a.isMoving === b.isMoving
}

export function newestFirst(a: { readonly updatedAt: Instant }, b: { readonly updatedAt: Instant }): number {
  return b.updatedAt - a.updatedAt
}

export const selectList = (state: ConversationsState): ConversationsState['list'] => state.list
export const selectUnreadable = (state: ConversationsState): ConversationsState['unreadable'] => state.unreadable
export const selectOpen = (state: ConversationsState): Conversation | null => state.open
export const selectTrouble = (state: ConversationsState): StorageFailure | null => state.trouble
export const selectSearch = (state: ConversationsState): ConversationSearch | null => state.search
export const selectRemoved = (state: ConversationsState): Conversation | null => state.removed
export const selectDraft = (state: ConversationsState): string => state.draft
export const selectOpenId = (state: ConversationsState): ConversationId | null => state.open?.id ?? null
export const selectIsReady = (state: ConversationsState): boolean => state.isReady
