import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { aBank, aQuestion } from '#testing/builders/questions.ts'
import { aFilter, anAttempt, questions, value } from '#testing/builders/quiz.ts'
import type { QuizSession } from './session.ts'
import { startSession } from './start-session.ts'

const ids = (session: QuizSession) => session.items.map((item) => item.question.id)
const begin = (chance: () => number) => ({ id: 's', now: instant(0), chance })

describe('starting a session', () => {
  it('draws as many different questions as were wished for, or all there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 40 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        (size, count, stream) => {
          const chance = () => Number(stream.next().value)
          const drawn = ids(value(startSession(aBank(questions(size)), aFilter({ count }), begin(chance))))
          expect(new Set(drawn).size).toBe(drawn.length)
          expect(drawn.length).toBe(Math.min(size, count))
        },
      ),
    )
  })

  it('takes what was never answered or answered wrong before what was answered right', () => {
    const history = [
      anAttempt({ questionId: 'q1' }),
      anAttempt({ questionId: 'q2', correct: false }),
      anAttempt({ questionId: 'q3', correct: false }),
      anAttempt({ questionId: 'q3' }),
      anAttempt({ questionId: 'q4', bankId: 'another bank' }),
    ]
    for (const chance of [() => 0, () => 0.99]) {
      const session = value(startSession(aBank(questions(4)), aFilter({ count: 2 }), { ...begin(chance), history }))
      expect(ids(session).toSorted()).toEqual(['q2', 'q4'])
    }
  })

  it('takes only what the filter lets through', () => {
    const bank = aBank([
      aQuestion({ id: 'ko', language: 'ko' }),
      aQuestion({ id: 'test', kind: 'test' }),
      aQuestion({ id: 'medicine', subject: 'Medicine' }),
      aQuestion({ id: 'wanted' }),
    ])
    const filter = aFilter({ kinds: ['diagnosis'], subjects: ['Surgery'] })
    expect(
      ids(
        value(
          startSession(
            bank,
            filter,
            begin(() => 0),
          ),
        ),
      ),
    ).toEqual(['wanted'])
  })

  it('says so when nothing is let through', () => {
    expect(
      startSession(
        aBank(),
        aFilter({ language: 'ko' }),
        begin(() => 0),
      ),
    ).toEqual({ ok: false, failure: 'noQuestions' })
  })
})
