import type { OptionLabel } from '../question-bank/question.ts'
import type { Highlight } from './highlights.ts'
import { toggleHighlight } from './highlights.ts'
import type { Confidence, ItemWork, QuizItem, QuizSession } from './session.ts'
import { currentBlock, currentItem, isInBlock, withItem } from './session.ts'

/** How many changes can be taken back. */
const mostUndo = 50
/** In characters, of a note about one item. */
export const longestNote = 10_000

/** Chooses an option of the current item. A struck one is taken back, since nobody means both. */
export function chooseOption(session: QuizSession, label: OptionLabel): QuizSession {
  return changeOpen(session, (work, item) => {
    if (!hasOption(item, label) || work.choice === label) return work
    return { ...work, choice: label, struck: work.struck.filter((other) => other !== label) }
  })
}

/** Strikes an option of the current item out, or takes that back. Striking the chosen one leaves nothing chosen. */
export function strikeOption(session: QuizSession, label: OptionLabel): QuizSession {
  return changeOpen(session, (work, item) => {
    if (!hasOption(item, label)) return work
    if (work.struck.includes(label)) return { ...work, struck: work.struck.filter((other) => other !== label) }
    return { ...work, struck: [...work.struck, label], choice: work.choice === label ? null : work.choice }
  })
}

export function setConfidence(session: QuizSession, confidence: Confidence): QuizSession {
  return changeOpen(session, (work) => (work.confidence === confidence ? work : { ...work, confidence }))
}

/** Flags the current item, or takes the flag back; a graded one too. */
export function toggleFlag(session: QuizSession): QuizSession {
  return changeAny(session, (work) => ({ ...work, isFlagged: !work.isFlagged }))
}

/** Marks a stretch of the current item's stem, or unmarks it. */
export function highlight(session: QuizSession, stretch: Highlight): QuizSession {
  return changeAny(session, (work, { question }) => {
    const highlights = toggleHighlight(work.highlights, stretch, question.stem.length)
    return highlights === work.highlights ? work : { ...work, highlights }
  })
}

/** Writes the note of the current item anew. What is written without a pause for anything else is taken back as one change. */
export function writeNote(session: QuizSession, note: string): QuizSession {
  const text = note.slice(0, longestNote)
  return changeAny(session, (work) => (work.note === text ? work : { ...work, note: text }))
}

/**
 * Takes the last change of an item's work back and turns to that item. What was graded meanwhile, or lies in another block,
 * stays as it is: the step is dropped and the one before it is tried.
 */
export function undoLast(session: QuizSession): QuizSession {
  const step = session.undo.at(-1)
  if (step === undefined) return session
  const rest = { ...session, undo: session.undo.slice(0, -1) }
  const item = rest.items[step.index]
  if (item?.kind !== 'open' || !isInBlock(currentBlock(rest), step.index)) return undoLast(rest)
  return { ...withItem(rest, step.index, { ...item, work: step.before }), current: step.index }
}

function changeOpen(session: QuizSession, change: (work: ItemWork, item: QuizItem) => ItemWork): QuizSession {
  return currentItem(session).kind === 'open' ? changeAny(session, change) : session
}

function changeAny(session: QuizSession, change: (work: ItemWork, item: QuizItem) => ItemWork): QuizSession {
  const item = currentItem(session)
  const work = change(item.work, item)
  if (work === item.work) return session
  const changed = withItem(session, session.current, { ...item, work })
  if (item.kind !== 'open' || isWritingOn(session, work)) return changed
  return { ...changed, undo: [...session.undo, { index: session.current, before: item.work }].slice(-mostUndo) }
}

/** Whether a change goes on with the note that the change before it was about. */
function isWritingOn(session: QuizSession, work: ItemWork): boolean {
  const last = session.undo.at(-1)
  const before = currentItem(session).work
  return last?.index === session.current && differInNote(last.before, before) && differInNote(before, work)
}

function differInNote(a: ItemWork, b: ItemWork): boolean {
  const isRestSame =
    a.choice === b.choice &&
    a.confidence === b.confidence &&
    a.struck === b.struck &&
    a.isFlagged === b.isFlagged &&
    a.highlights === b.highlights
  return isRestSame && a.note !== b.note
}

function hasOption({ question }: QuizItem, label: OptionLabel): boolean {
  return question.options.some((option) => option.label === label)
}
