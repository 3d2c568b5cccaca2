import { expect, it } from 'vitest'
import { value } from '#testing/builders/quiz.ts'
import before from '#testing/fixtures/records/quizSession.v1.json' with { type: 'json' }
import { open } from '../envelope.ts'
import { quizSessionSchema } from './quiz-session.ts'

const lifted = (parts: object) =>
  value(open(quizSessionSchema, { ...before, data: { ...before.data, ...parts } })).value

it('makes of a session without modes one in which the key is shown after each item', () => {
  const session = lifted({})
  expect(session).toMatchObject({
    ...{ mode: 'tutor', layoutId: null, tickedAt: null, undo: [], filter: { tags: null, states: null } },
    blocks: [{ first: 0, count: 3, allowed: null, isHandedIn: false }],
    items: [
      { kind: 'graded', bankId: 'bank', choice: 'B', spent: 60_000, work: { choice: 'B', confidence: 'mostly' } },
      { kind: 'open', bankId: 'bank', spent: 0, work: { choice: null, isFlagged: false, note: '' } },
      { kind: 'open' },
    ],
  })
})

it('leaves unanswered what was open in a session that had ended', () => {
  const session = lifted({ endedAt: 90_000 })
  expect(session.items.map(({ kind }) => kind)).toEqual(['graded', 'unanswered', 'unanswered'])
  expect(session.blocks).toMatchObject([{ isHandedIn: true }])
})
