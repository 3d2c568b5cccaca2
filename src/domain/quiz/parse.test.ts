import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { parseReviewEvent } from './parse-review-event.ts'
import { parseQuizSession } from './parse-session.ts'
import { anAttempt, anExplanation, answered, aProvenance, aSession } from '#testing/builders/quiz.ts'
import type { ReviewEvent } from './review-event.ts'
import { explainItem, nextItem, strikeOption } from './session.ts'

const asKept = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('a kept session', () => {
  const graded = answered(aSession(), 'B').session
  const session = strikeOption(nextItem(explainItem(graded, 'a1', anExplanation()), instant(70_000)), 'A')

  it('is read as it was', () => {
    expect(parseQuizSession(asKept(session))).toEqual({ ok: true, value: session })
  })

  it('keeps how a model failed', () => {
    const ending = { kind: 'failed', failure: { kind: 'fileMissing', file: 'a.bin', status: 404 } } as const
    const failed = explainItem(graded, 'a1', anExplanation({ ending, named: { kind: 'none' } }))
    expect(parseQuizSession(asKept(failed))).toEqual({ ok: true, value: failed })
  })

  it('is refused by the name of what is wrong', () => {
    expect(parseQuizSession({ ...session, current: 9 })).toMatchObject({
      ok: false,
      failure: expect.stringContaining('current') as string,
    })
    expect(parseQuizSession({ ...session, items: [] })).toMatchObject({ ok: false })
    expect(parseQuizSession(null)).toMatchObject({ ok: false })
  })

  it('is parsed without a throw, whatever was kept', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...Object.keys(session)), (damage, key) => {
        expect(() => parseQuizSession({ ...session, [key]: damage })).not.toThrow()
      }),
    )
  })
})

describe('a kept event', () => {
  const modelAnswer: ReviewEvent = {
    kind: 'modelAnswer',
    id: 'm1',
    at: instant(80_000),
    attemptId: 'a1',
    questionId: 'q1',
    bankId: 'bank',
    label: null,
    ending: 'stopped',
    text: '<think>clu',
    provenance: aProvenance(),
  }

  it.each([['attempt', anAttempt()] as const, ['modelAnswer', modelAnswer] as const])(
    'is read as it was: %s',
    (_, event) => {
      expect(parseReviewEvent(asKept(event))).toEqual({ ok: true, value: event })
    },
  )

  it('is refused when it is not one', () => {
    expect(parseReviewEvent({ ...anAttempt(), choice: 'Z' })).toMatchObject({ ok: false })
    expect(parseReviewEvent({ kind: 'party' })).toMatchObject({ ok: false })
  })
})
