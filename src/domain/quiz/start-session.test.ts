import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aBank, aQuestion } from '#testing/builders/questions.ts'
import { aFilter, anAttempt, beginnings, questions, value } from '#testing/builders/quiz.ts'
import type { QuestionBank } from '../question-bank/question.ts'
import { statesFrom } from './question-states.ts'
import type { QuizFilter, QuestionState } from './quiz-filter.ts'
import type { QuizSession } from './session.ts'
import { inGroups, matchingQuestions, shuffled, startSession } from './start-session.ts'

const ids = (session: QuizSession) => session.items.map((item) => item.question.id)
const chances = fc
  .infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  .map((stream) => () => Number(stream.next().value))

describe('starting a session', () => {
  it('draws as many different questions as were wished for, or all there are', () => {
    const upTo = (max: number) => fc.integer({ min: 1, max })
    fc.assert(
      fc.property(upTo(30), upTo(40), chances, (size, count, chance) => {
        const drawn = ids(value(startSession(aBank(questions(size)), aFilter({ count }), beginnings({ chance }))))
        expect(new Set(drawn).size).toBe(drawn.length)
        expect(drawn.length).toBe(Math.min(size, count))
      }),
    )
  })

  it('takes what was never answered or answered wrong before what was answered right', () => {
    const statesOf = statesFrom('bank', [
      anAttempt({ questionId: 'q1' }),
      anAttempt({ questionId: 'q2', correct: false }),
      anAttempt({ questionId: 'q3', correct: false }),
      anAttempt({ questionId: 'q3' }),
      anAttempt({ questionId: 'q4', bankId: 'another bank' }),
    ])
    for (const chance of [() => 0, () => 0.99]) {
      const begun = startSession(aBank(questions(4)), aFilter({ count: 2 }), beginnings({ chance, statesOf }))
      expect(ids(value(begun)).toSorted()).toEqual(['q2', 'q4'])
    }
  })

  it('keeps a group together and in its order', () => {
    const group = { id: 'chest pain', theme: 'Causes of chest pain' }
    const bank = aBank(
      questions(8).map((question, index) => ({ ...question, group: index >= 3 && index < 6 ? group : null })),
    )
    fc.assert(
      fc.property(chances, (chance) => {
        const drawn = ids(value(startSession(bank, aFilter({ count: 8 }), beginnings({ chance }))))
        expect(drawn.join(' ')).toContain('q4 q5 q6')
      }),
    )
  })

  it('goes through the bank as it is, when that is wished', () => {
    const begun = startSession(
      aBank(questions(5)),
      aFilter({ order: 'bank', count: 3 }),
      beginnings({ chance: () => 0.99 }),
    )
    expect(ids(value(begun))).toEqual(['q1', 'q2', 'q3'])
  })

  it('makes one block of it, begun and limited as wished', () => {
    const begun = value(startSession(aBank(questions(2)), aFilter(), beginnings({ mode: 'timed' })))
    expect(begun).toMatchObject({
      ...{ mode: 'timed', layoutId: null, tickedAt: 1_000, endedAt: null },
      blocks: [{ first: 0, count: 2, allowed: null, used: 0, isHandedIn: false }],
    })
  })

  it('says so when nothing is let through', () => {
    expect(startSession(aBank(), aFilter({ language: 'ko' }), beginnings())).toEqual({
      ok: false,
      failure: 'noQuestions',
    })
  })
})

describe('a filter', () => {
  const bank: QuestionBank = aBank([
    aQuestion({ id: 'ko', language: 'ko' }),
    aQuestion({ id: 'test', kind: 'test' }),
    aQuestion({ id: 'medicine', subject: 'Medicine' }),
    aQuestion({ id: 'tagged', tags: ['heart', 'x'] }),
  ])
  const found = (filter: Partial<QuizFilter>, states: Readonly<Record<string, QuestionState>> = {}) =>
    matchingQuestions(bank, aFilter(filter), ({ id }) => new Set(states[id] === undefined ? [] : [states[id]])).map(
      ({ id }) => id,
    )

  it.each([
    [{}, ['test', 'medicine', 'tagged']],
    [{ language: 'ko' }, ['ko']],
    [{ kinds: ['diagnosis'], subjects: ['Surgery'] }, ['tagged']],
    [{ tags: ['heart'] }, ['tagged']],
    [{ tags: [] }, []],
  ] as const)('%j lets %j through', (filter, expected) => {
    expect(found(filter)).toEqual(expected)
  })

  it('lets through what is in any of the states', () => {
    const states = { test: 'wrong', medicine: 'flagged', tagged: 'unused' } as const
    expect(found({ states: ['wrong', 'flagged'] }, states)).toEqual(['test', 'medicine'])
  })
})

describe('runs', () => {
  it('hold the questions of one group, and every other by itself', () => {
    const group = { id: 'g', theme: '' }
    const runs = inGroups([aQuestion({ id: 'a', group }), aQuestion({ id: 'g' }), aQuestion({ id: 'b', group })])
    expect(runs.map((run) => run.map(({ id }) => id))).toEqual([['a', 'b'], ['g']])
  })

  it('are shuffled without loss', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), chances, (values, chance) => {
        const sorted = (all: readonly number[]) => all.toSorted((a, b) => a - b)
        expect(sorted(shuffled(values, chance))).toEqual(sorted(values))
      }),
    )
  })
})
