import { parseQuizSession } from '#domain/quiz/parse-session.ts'
import type { QuizSession } from '#domain/quiz/session.ts'
import type { Schema } from '../envelope.ts'

export const quizSessionSchema: Schema<QuizSession> = { kind: 'quizSession', lifts: [toModes], parse: parseQuizSession }

/** Version 1 knew one mode, one bank a session, and what is done with an item lay beside its question. */
function toModes(data: unknown): unknown {
  const { bankId, filter, items, ...session } = fieldsOf(data)
  const hasEnded = session['endedAt'] !== null
  const all = Array.isArray(items) ? items.map((item: unknown) => toItem(item, bankId, hasEnded)) : []
  return {
    ...session,
    items: all,
    mode: 'tutor',
    filter: { ...fieldsOf(filter), tags: null, states: null, order: 'shuffled' },
    layoutId: null,
    block: 0,
    blocks: [{ name: null, first: 0, count: all.length, allowed: null, used: 0, isHandedIn: hasEnded }],
    tickedAt: null,
    undo: [],
  }
}

function toItem(data: unknown, bankId: unknown, hasEnded: boolean): unknown {
  const { struck, spent, took, ...item } = fieldsOf(data)
  const { choice, confidence, ...open } = item
  const work = { choice, confidence, struck, isFlagged: false, highlights: [], note: '' }
  const base = { bankId, examSubject: null, work }
  if (item['kind'] === 'graded') return { ...item, ...base, spent: took }
  return { ...open, ...base, spent, kind: hasEnded ? 'unanswered' : 'open' }
}

function fieldsOf(data: unknown): Readonly<Record<string, unknown>> {
  if (typeof data !== 'object' || data === null) throw new TypeError('not a record')
  return { ...data }
}
