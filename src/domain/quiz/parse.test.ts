import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { aProvenance } from '#testing/builders/conversations.ts'
import { aMock, anAttempt, anExplanation, answered, aSession, idsInARow } from '#testing/builders/quiz.ts'
import { explainItem, handIn } from './grading.ts'
import { chooseOption, highlight, strikeOption, toggleFlag, writeNote } from './item-work.ts'
import { parseReviewEvent } from './parse-review-event.ts'
import { parseQuizSession } from './parse-session.ts'
import type { ReviewEvent } from './review-event.ts'
import { nextItem } from './session-time.ts'

const asKept = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('a kept session', () => {
  const graded = answered(aSession(), 'B').session
  const explained = explainItem(graded, 'a1', anExplanation())
  const session = strikeOption(toggleFlag(nextItem(explained, instant(70_000))), 'A')

  it('is read as it was', () => {
    expect(parseQuizSession(asKept(session))).toEqual({ ok: true, value: session })
  })

  it('is read as it was between two blocks, with all that was done', () => {
    const worked = writeNote(highlight(chooseOption(aMock(), 'C'), { start: 2, end: 9 }), '메모')
    const mock = handIn(worked, { now: instant(9_000), newId: idsInARow() }).session
    expect(mock.items.map(({ kind }) => kind)).toEqual(['graded', 'unanswered', 'open', 'open'])
    expect(parseQuizSession(asKept(mock))).toEqual({ ok: true, value: mock })
    expect(parseQuizSession(asKept(worked))).toEqual({ ok: true, value: worked })
  })

  it('keeps how a model failed', () => {
    const ending = { kind: 'failed', failure: { kind: 'fileMissing', file: 'a.bin', status: 404 } } as const
    const failed = explainItem(graded, 'a1', anExplanation({ ending, named: { kind: 'none' } }))
    expect(parseQuizSession(asKept(failed))).toEqual({ ok: true, value: failed })
  })

  it.each([
    [{ current: 9 }, 'current'],
    [{ items: [] }, 'items'],
    [{ mode: 'party' }, 'mode'],
    [{ block: 1 }, 'block'],
    [{ blocks: [{ ...aMock().blocks[1] }] }, 'current'],
  ])('is refused by the name of what is wrong: %#', (damage, name) => {
    expect(parseQuizSession({ ...session, ...damage })).toMatchObject({
      ok: false,
      failure: expect.stringContaining(name) as string,
    })
  })

  it('is parsed without a throw, whatever was kept', () => {
    expect(parseQuizSession(null)).toMatchObject({ ok: false })
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...Object.keys(session)), (damage, key) => {
        expect(() => parseQuizSession({ ...session, [key]: damage })).not.toThrow()
      }),
    )
  })
})

describe('a kept event', () => {
  const modelAnswer: ReviewEvent = {
    ...{ kind: 'modelAnswer', id: 'm1', at: instant(80_000), attemptId: 'a1', questionId: 'q1', bankId: 'bank' },
    ...{ label: null, ending: 'stopped', text: '<think>clu', provenance: aProvenance() },
  }
  const events: readonly ReviewEvent[] = [
    anAttempt(),
    anAttempt({ confidence: null }),
    modelAnswer,
    { kind: 'flag', id: 'f1', at: instant(1), bankId: 'bank', questionId: 'q1', isFlagged: true },
    { kind: 'regrade', id: 'r1', at: instant(1), attemptId: 'a1', grade: 'again' },
    { kind: 'diary', id: 'd1', at: instant(1), attemptId: 'a1', cause: 'misread', lesson: 'Read the last line.' },
    { kind: 'diary', id: 'd2', at: instant(1), attemptId: 'a1', cause: null, lesson: '' },
  ]

  it.each(events.map((event) => [event.kind, event] as const))('is read as it was: %s', (_, event) => {
    expect(parseReviewEvent(asKept(event))).toEqual({ ok: true, value: event })
  })

  it('is refused when it is not one', () => {
    expect(parseReviewEvent({ ...anAttempt(), choice: 'Z' })).toMatchObject({ ok: false })
    expect(parseReviewEvent({ kind: 'party' })).toMatchObject({ ok: false })
  })
})
