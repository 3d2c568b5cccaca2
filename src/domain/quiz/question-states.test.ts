import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { aQuestion } from '#testing/builders/questions.ts'
import { anAttempt } from '#testing/builders/quiz.ts'
import { questionKey, statesFrom } from './question-states.ts'
import type { FlagChange, ReviewEvent } from './review-event.ts'

const flag = (isFlagged: boolean, questionId = 'q1'): FlagChange => ({
  ...{ kind: 'flag', id: `f${questionId}`, at: instant(1), bankId: 'bank', questionId, isFlagged },
})

const states = (events: readonly ReviewEvent[], isDue?: () => boolean) => [
  ...statesFrom('bank', events, isDue)(aQuestion()),
]

describe('what earlier work says of a question', () => {
  it('is that it was never used, as long as it was not answered', () => {
    expect(states([])).toEqual(['unused'])
    expect(states([anAttempt({ questionId: 'q2' }), anAttempt({ bankId: 'another' })])).toEqual(['unused'])
    expect(states([anAttempt()])).toEqual([])
  })

  it('goes by the last answer', () => {
    expect(states([anAttempt(), anAttempt({ correct: false })])).toEqual(['wrong'])
    expect(states([anAttempt({ correct: false }), anAttempt()])).toEqual([])
  })

  it('knows flags until they are taken away', () => {
    expect(states([anAttempt(), flag(true), flag(true, 'q2')])).toEqual(['flagged'])
    expect(states([anAttempt(), flag(true), flag(false)])).toEqual([])
  })

  it('hears no other event', () => {
    const regrade = { kind: 'regrade', id: 'r', at: instant(1), attemptId: 'a1', grade: 'again' } as const
    const diary = { kind: 'diary', id: 'd', at: instant(1), attemptId: 'a1', cause: 'misread', lesson: '' } as const
    expect(states([anAttempt(), regrade, diary])).toEqual([])
  })

  it('asks the schedule what is due', () => {
    expect(states([anAttempt()], () => true)).toEqual(['due'])
  })
})

it('tells questions of the same id in two banks apart', () => {
  expect(questionKey('a', 'q1')).not.toBe(questionKey('b', 'q1'))
})
