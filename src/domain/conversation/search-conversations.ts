import type { Conversation, ConversationId } from './conversation.ts'
import { titleOf } from './conversation.ts'
import { answerIn } from './thought.ts'

export interface ConversationMatch {
  readonly id: ConversationId
  /** Where it says so: a line of text around the first word that was found. */
  readonly snippet: Snippet
}

/** `hit` is the found word as it stands there; `before` and `after` are what surrounds it. */
export interface Snippet {
  readonly before: string
  readonly hit: string
  readonly after: string
}

/**
 * Conversations in which every word of the query occurs: in the title, a question or an answer, reasoning left out.
 * Capital letters do not matter, nor whether Hangul was typed in one piece or in its parts (as some keyboards send it).
 */
export function searchConversations(list: readonly Conversation[], query: string): readonly ConversationMatch[] {
  const words = plain(query).split(/\s+/u).filter(Boolean)
  const [first] = words
  if (first === undefined) return []
  return list.flatMap((conversation) => {
    const texts = textsOf(conversation)
    if (!words.every((word) => texts.some((text) => text.plain.includes(word)))) return []
    const found = texts.find((text) => text.plain.includes(first))
    return found === undefined ? [] : [{ id: conversation.id, snippet: snippetOf(found, first) }]
  })
}

interface SearchText {
  readonly shown: string
  readonly plain: string
}

/** A conversation never changes, so its texts are prepared once. */
const prepared = new WeakMap<Conversation, readonly SearchText[]>()

function textsOf(conversation: Conversation): readonly SearchText[] {
  const known = prepared.get(conversation)
  if (known !== undefined) return known
  const texts = [
    titleOf(conversation) ?? '',
    ...conversation.turns.flatMap(({ question, attempts }) => [
      question,
      ...attempts.map(({ text }) => answerIn(text)),
    ]),
  ].map((text) => ({ shown: text.normalize('NFC'), plain: plain(text) }))
  prepared.set(conversation, texts)
  return texts
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

const lettersBefore = 24
const lettersAfter = 72

function snippetOf({ shown, plain: lowered }: SearchText, word: string): Snippet {
  // A few letters change their length in lower case; then the beginning must do.
  const at = shown.length === lowered.length ? lowered.indexOf(word) : 0
  const end = Math.min(shown.length, at + word.length)
  const start = Math.max(0, at - lettersBefore)
  const tail = end + lettersAfter
  return {
    before: (start > 0 ? '…' : '') + oneLine(shown.slice(start, at)),
    hit: shown.slice(at, end),
    after: oneLine(shown.slice(end, tail)) + (tail < shown.length ? '…' : ''),
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ')
}
