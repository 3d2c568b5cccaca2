import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { aQuestion } from '#testing/builders/questions.ts'
import { parseQuizSession } from './parse-session.ts'
import { reviewSession } from './review-session.ts'

describe('a session of review', () => {
  const items = ['a', 'b'].map((bankId) => ({ bankId, question: aQuestion() }))
  const session = reviewSession(items, { id: 's1', now: instant(5_000) })

  it('asks the questions in their order, each of its own bank, and its time runs', () => {
    expect(session.items.map(({ bankId, kind }) => [bankId, kind])).toEqual([
      ['a', 'open'],
      ['b', 'open'],
    ])
    expect(session).toMatchObject({ mode: 'review', tickedAt: 5_000, blocks: [{ first: 0, count: 2, allowed: null }] })
  })

  it('can be kept and read again', () => {
    expect(parseQuizSession(JSON.parse(JSON.stringify(session)))).toEqual({ ok: true, value: session })
  })
})
