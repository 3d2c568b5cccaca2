import type { Bilingual, OptionLabel, Question } from '../question-bank/question.ts'
import type { Instant, Milliseconds } from '#lib/time.ts'
import type { Explanation } from './explanation.ts'
import type { Highlight } from './highlights.ts'
import type { QuizFilter } from './quiz-filter.ts'

/** How sure a student says to be, from least to most. Said before the key is shown. */
export const confidences = ['guess', 'unsure', 'mostly', 'certain'] as const
export type Confidence = (typeof confidences)[number]

/**
 * How questions are worked through. `tutor` and `review` show the key after each; `timed` and `mock` when a block is handed
 * in, and in a mock no model is ever asked.
 */
export const sessionModes = ['tutor', 'timed', 'mock', 'review'] as const
export type SessionMode = (typeof sessionModes)[number]

/**
 * A walk through some questions. It carries them, so that it can be resumed when the bank is gone or has changed. There is
 * at least one item and one block; `current` is the index of an item of the block at `block`.
 */
export interface QuizSession {
  readonly id: string
  readonly mode: SessionMode
  /** What the student asked for; null where the items came another way, as from a layout or a schedule. */
  readonly filter: QuizFilter | null
  /** The examination that a mock imitates, by its layout's id. */
  readonly layoutId: string | null
  readonly startedAt: Instant
  /** When the student left it for the result; null while it can be gone on with. */
  readonly endedAt: Instant | null
  readonly current: number
  readonly items: readonly QuizItem[]
  readonly block: number
  readonly blocks: readonly Block[]
  /** Until when its time was counted; null while nothing runs: put aside, paused, or between two blocks. */
  readonly tickedAt: Instant | null
  /** The last changes to open items, newest last, that can be taken back. */
  readonly undo: readonly Undoable[]
}

/** Items that are handed in together. A session without parts is one block. */
export interface Block {
  readonly name: Bilingual | null
  readonly first: number
  readonly count: number
  /** Null where time is not limited. */
  readonly allowed: Milliseconds | null
  readonly used: Milliseconds
  readonly isHandedIn: boolean
}

export type QuizItem = OpenItem | GradedItem | UnansweredItem

interface ItemBase {
  readonly question: Question
  readonly bankId: string
  /** Of an examination's subjects the one that this item counts for; null outside of a mock. */
  readonly examSubject: string | null
  readonly work: ItemWork
  /** How long it has been on screen, to the session's last tick. */
  readonly spent: Milliseconds
}

/** What a student does with an item besides looking at it. */
export interface ItemWork {
  readonly choice: OptionLabel | null
  readonly confidence: Confidence | null
  readonly struck: readonly OptionLabel[]
  readonly isFlagged: boolean
  /** In the stem; in order, without overlap. */
  readonly highlights: readonly Highlight[]
  readonly note: string
}

export interface OpenItem extends ItemBase {
  readonly kind: 'open'
}

/** An item whose key the student has seen after committing. Only here is there room for what a model says about it. */
export interface GradedItem extends ItemBase {
  readonly kind: 'graded'
  readonly attemptId: string
  readonly choice: OptionLabel
  readonly confidence: Confidence | null
  readonly correct: boolean
  readonly gradedAt: Instant
  readonly explanation: Explanation | null
}

/** An item of a block that was handed in without an answer to it. It counts as wrong, and as no attempt. */
export interface UnansweredItem extends ItemBase {
  readonly kind: 'unanswered'
}

export interface Undoable {
  readonly index: number
  readonly before: ItemWork
}

export const untouched: ItemWork = {
  choice: null,
  confidence: null,
  struck: [],
  isFlagged: false,
  highlights: [],
  note: '',
}

export function currentItem(session: QuizSession): QuizItem {
  const item = session.items[session.current]
  if (item === undefined) throw new Error(`A session without item ${session.current}`)
  return item
}

export function currentBlock(session: QuizSession): Block {
  const block = session.blocks[session.block]
  if (block === undefined) throw new Error(`A session without block ${session.block}`)
  return block
}

/** Whether the key of an item is shown once it is answered, and not only when its block is handed in. */
export function showsKeyAtOnce({ mode }: Pick<QuizSession, 'mode'>): boolean {
  return mode === 'tutor' || mode === 'review'
}

/** Whether a model may ever be asked about an item of this session. */
export function allowsModel({ mode }: Pick<QuizSession, 'mode'>): boolean {
  return mode !== 'mock'
}

/** Whether terms may be shown in the other language: an examination is read as it is written. */
export function allowsGlossary({ mode }: Pick<QuizSession, 'mode'>): boolean {
  return mode !== 'mock'
}

/** Whether a student is asked how sure they are. An examination asks nobody. */
export function asksConfidence({ mode }: Pick<QuizSession, 'mode'>): boolean {
  return mode !== 'mock'
}

/** Whether an item lies in a block: only those of the current one can be turned to while it is worked on. */
export function isInBlock({ first, count }: Block, index: number): boolean {
  return index >= first && index < first + count
}

/** The number that an item has in its block, from 1, as an examination counts. */
export function numberOf({ blocks }: Pick<QuizSession, 'blocks'>, index: number): number {
  const block = blocks.find((one) => isInBlock(one, index))
  return index - (block?.first ?? 0) + 1
}

/** How many items have an answer, graded or not. */
export function answeredCount({ items }: Pick<QuizSession, 'items'>): number {
  return items.filter(({ kind, work }) => kind === 'graded' || (kind === 'open' && work.choice !== null)).length
}

/** Whether no item can be answered any more. */
export function isFinished(session: QuizSession): boolean {
  return session.items.every((item) => item.kind !== 'open')
}

export function withItem(session: QuizSession, index: number, item: QuizItem): QuizSession {
  return { ...session, items: session.items.with(index, item) }
}

export function withBlock(session: QuizSession, block: Block): QuizSession {
  return { ...session, blocks: session.blocks.with(session.block, block) }
}
