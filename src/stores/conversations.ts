import { createStore } from 'zustand/vanilla'
import { canContinueWith } from '#domain/conversation/attempt.ts'
import type { AskOptions } from '#domain/conversation/ask-settings.ts'
import type { Conversation, ConversationId, Turn, TurnId } from '#domain/conversation/conversation.ts'
import {
  askQuestion,
  continueAttempt,
  conversationId,
  forkFrom,
  isMoving,
  keepable,
  lastAttempt,
  lastTurn,
  newConversation,
  renameConversation,
  retryTurn,
  turnId,
} from '#domain/conversation/conversation.ts'
import { searchConversations } from '#domain/conversation/search-conversations.ts'
import type { Clock } from '#platform/clock-port.ts'
import type { IdSource } from '#platform/ids-port.ts'
import type { Shelf } from '#storage/archive-port.ts'
import type { Answering } from './answering-port.ts'
import type { Run } from './conversations-answer.ts'
import { startAnswer } from './conversations-answer.ts'
import { openKeeper } from './conversations-keeper.ts'
import type { ConversationsState } from './conversations-state.ts'
import { newestFirst, noConversations, sameSummary, summaryOf } from './conversations-state.ts'
import type { ReadonlyStore } from './readonly-store.ts'

/** A student's conversations with models. Trouble in keeping them never stops an answer; it is part of the state. */
export interface Conversations {
  readonly state: ReadonlyStore<ConversationsState>
  /** Reads what was kept. Questions can be asked before it is done. */
  start(): Promise<void>
  /** Asks in the open conversation, or begins one. Nothing happens while it is still being answered. Settles at the end of the answer. */
  ask(text: string, options: AskOptions): Promise<void>
  /** Stops the open conversation's answer. */
  stop(): void
  /** Has the open conversation's model end its thought and answer. */
  answerNow(): void
  /** Goes on with the last answer from its last word, if the model that wrote it is the one that is ready. */
  continueAnswer(options: AskOptions): Promise<void>
  /** Asks the last question again as it was asked; the answer so far is kept as an earlier attempt. */
  regenerate(options: AskOptions): Promise<void>
  /** Asks differently from a turn on, in a copy; the original stays. */
  editQuestion(turn: TurnId, text: string, options: AskOptions): Promise<void>
  open(id: ConversationId): void
  /** Shows the beginning of a new conversation. */
  openNew(): void
  /** An empty name takes the given one away. */
  rename(id: ConversationId, title: string): Promise<void>
  /** Takes a conversation out of the list. It leaves the disk when that cannot be undone any more. */
  remove(id: ConversationId): void
  undoRemove(): void
  /** Says that the removal is meant. */
  forgetRemoved(): Promise<void>
  /** Moves a record that cannot be read out of the way; export still finds it. */
  setAside(id: string): Promise<void>
  search(query: string): void
  /** Remembers what is being typed. */
  setDraft(text: string): void
  /** Stops every answer and stops listening to the page. */
  close(): void
}

export interface ConversationsNeeds {
  readonly answering: Answering
  readonly shelf: Shelf<Conversation>
  readonly clock: Clock
  readonly ids: IdSource
  /** Runs an action whenever the page may be about to go; returns how to stop that. */
  readonly onPageHide: (action: () => void) => () => void
}

const keptEveryMs = 2_000

export function openConversations(needs: ConversationsNeeds): Conversations {
  const { answering, shelf, clock, ids } = needs
  const state = createStore<ConversationsState>(() => noConversations)
  const known = new Map<ConversationId, Conversation>()
  const runs = new Map<ConversationId, Run>()
  let stopTimer: (() => void) | null = null

  const keeper = openKeeper(shelf, clock, (trouble) => {
    state.setState({ trouble })
  })
  const keep = (id: ConversationId): Promise<void> => keeper.keep(known.get(id))

  const keepMoving = (): void => {
    for (const id of runs.keys()) void keep(id)
  }

  const stopKeeping = (): void => {
    stopTimer?.()
    stopTimer = null
  }

  /** Puts a conversation's new shape where everybody sees it; the list only when its line has changed. */
  const put = (conversation: Conversation): void => {
    const before = known.get(conversation.id)
    known.set(conversation.id, conversation)
    if (state.getState().open?.id === conversation.id) state.setState({ open: conversation })
    if (before === undefined || !sameSummary(summaryOf(before), summaryOf(conversation))) publishList()
  }

  const publishList = (): void => {
    const all = [...known.values()].sort(newestFirst)
    const { search } = state.getState()
    state.setState({
      list: all.map(summaryOf),
      search: search === null ? null : { ...search, matches: searchConversations(all, search.query) },
    })
  }

  const answer = async (conversation: Conversation, turn: TurnId, options: AskOptions): Promise<void> => {
    const { id } = conversation
    put(conversation)
    const run = startAnswer(
      {
        answering,
        clock,
        read: () => known.get(id) ?? conversation,
        change: (change) => {
          const current = known.get(id)
          if (current !== undefined) put(change(current))
        },
      },
      turn,
      options,
    )
    runs.set(id, run)
    stopTimer ??= clock.every(keptEveryMs, keepMoving)
    void keep(id)
    await run.ended
    if (runs.get(id) === run) runs.delete(id)
    if (runs.size === 0) stopKeeping()
    await keep(id)
  }

  const askIn = (conversation: Conversation, text: string, options: AskOptions): Promise<void> => {
    const id = turnId(ids())
    const asked = askQuestion(conversation, { id, question: text, instruction: options.instruction }, clock.now())
    state.setState({ open: asked })
    return answer(asked, id, options)
  }

  /** The last turn of the open conversation, once nothing in it moves. */
  const settledTurn = (): { readonly conversation: Conversation; readonly turn: Turn } | null => {
    const { open: conversation } = state.getState()
    const turn = conversation === null ? undefined : lastTurn(conversation)
    if (conversation === null || turn === undefined || isMoving(conversation)) return null
    return { conversation, turn }
  }

  const openRun = (): Run | undefined => {
    const { open } = state.getState()
    return open === null ? undefined : runs.get(open.id)
  }

  const forgetRemoved = async (): Promise<void> => {
    const { removed } = state.getState()
    if (removed === null) return
    state.setState({ removed: null })
    await keeper.remove(removed.id)
  }

  const stopListening = needs.onPageHide(() => {
    for (const run of runs.values()) run.flush()
    keepMoving()
    // Undo can still bring it back while the page is there, by keeping it anew.
    const { removed } = state.getState()
    if (removed !== null) void keeper.remove(removed.id)
  })

  return {
    state,

    async start() {
      const kept = await shelf.readAll()
      if (kept.ok) {
        for (const { value } of kept.value.records) if (!known.has(value.id)) known.set(value.id, value)
        state.setState({ unreadable: kept.value.unreadable })
      } else {
        state.setState({ trouble: kept.failure })
      }
      state.setState({ isReady: true })
      publishList()
    },

    async ask(text, options) {
      if (text.trim() === '') return
      const open = state.getState().open ?? newConversation(conversationId(ids()), clock.now())
      if (!isMoving(open)) await askIn(open, text, options)
    },

    stop: () => {
      openRun()?.stop()
    },

    answerNow: () => {
      openRun()?.answerNow()
    },

    async continueAnswer(options) {
      const settled = settledTurn()
      const model = answering.model()
      if (settled === null || model === null) return
      const attempt = lastAttempt(settled.turn)
      if (!canContinueWith(attempt, model)) return
      // A text that began with or without reasoning goes on in the same way.
      const thinking = attempt.provenance?.thinking ?? options.thinking
      const reopened = continueAttempt(settled.conversation, settled.turn.id)
      await answer(reopened, settled.turn.id, { ...options, thinking })
    },

    async regenerate(options) {
      const settled = settledTurn()
      if (settled === null) return
      const { conversation, turn } = settled
      await answer(retryTurn(conversation, turn.id, clock.now()), turn.id, options)
    },

    async editQuestion(edited, text, options) {
      const { open: original } = state.getState()
      if (original === null || text.trim() === '') return
      // Who asks differently does not wait for the answer to what they asked before.
      if (lastTurn(original)?.id === edited) runs.get(original.id)?.stop()
      const id = turnId(ids())
      const asked = { id, question: text, instruction: options.instruction }
      const fork = forkFrom(original, edited, asked, conversationId(ids()), clock.now())
      state.setState({ open: fork })
      await answer(fork, id, options)
    },

    open: (id) => {
      state.setState({ open: known.get(id) ?? null })
    },

    openNew: () => {
      state.setState({ open: null })
    },

    async rename(id, title) {
      const conversation = known.get(id)
      if (conversation === undefined) return
      put(renameConversation(conversation, title))
      await keep(id)
    },

    remove: (id) => {
      const conversation = known.get(id)
      if (conversation === undefined) return
      void forgetRemoved()
      runs.get(id)?.abandon()
      runs.delete(id)
      known.delete(id)
      const { open } = state.getState()
      state.setState({ removed: keepable(conversation, clock.now()), open: open?.id === id ? null : open })
      publishList()
    },

    undoRemove: () => {
      const { removed, open } = state.getState()
      if (removed === null) return
      state.setState({ removed: null, open: open ?? removed })
      put(removed)
      void keep(removed.id)
    },

    forgetRemoved,

    async setAside(id) {
      if (!(await keeper.setAside(id))) return
      state.setState(({ unreadable }) => ({ unreadable: unreadable.filter((record) => record.id !== id) }))
    },

    search: (query) => {
      state.setState({ search: query.trim() === '' ? null : { query, matches: [] } })
      publishList()
    },

    setDraft: (draft) => {
      state.setState({ draft })
    },

    close: () => {
      stopListening()
      stopKeeping()
      for (const run of runs.values()) run.stop()
    },
  }
}
