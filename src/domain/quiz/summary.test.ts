import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { aBank } from '#testing/builders/questions.ts'
import { answered, aSession, aTimedSession, idsInARow, questions } from '#testing/builders/quiz.ts'
import { handIn } from './grading.ts'
import { chooseOption } from './item-work.ts'
import { nextItem } from './session-time.ts'
import { askedItems, summarise } from './summary.ts'
import { wilsonInterval } from './wilson-interval.ts'

describe('a summary', () => {
  it('counts by kind and subject, and finds what was wrong with certainty', () => {
    const tests = questions(2, { kind: 'test', subject: 'Medicine' }).map((q) => ({ ...q, id: `t${q.id}` }))
    let session = aSession(aBank([...questions(3), ...tests]))
    const answers = [
      ['C', 'mostly'],
      ['B', 'certain'],
      ['C', 'certain'],
      ['A', 'guess'],
    ] as const
    for (const [choice, confidence] of answers) {
      session = nextItem(answered(session, choice, confidence, instant(61_000)).session, instant(61_000))
    }
    expect(summarise(session)).toMatchObject({
      tally: { right: 2, answered: 4 },
      unanswered: 1,
      byKind: [
        { kind: 'diagnosis', tally: { right: 2, answered: 3 } },
        { kind: 'test', tally: { right: 0, answered: 1 } },
      ],
      bySubject: [
        { subject: 'Surgery', tally: { right: 2, answered: 3 } },
        { subject: 'Medicine', tally: { right: 0, answered: 1 } },
      ],
      wrongAndCertain: [1],
      medianTook: 0,
    })
  })

  it('counts what a handed-in block left unanswered as wrong', () => {
    const grading = { now: instant(2_000), newId: idsInARow() }
    const { session } = handIn(chooseOption(aTimedSession(), 'C'), grading)
    expect(summarise(session)).toMatchObject({ tally: { right: 1, answered: 3 }, unanswered: 2 })
    expect(askedItems(session).map(({ correct }) => correct)).toEqual([true, false, false])
    expect(askedItems(aTimedSession())).toEqual([])
  })

  it('of nothing answered claims nothing', () => {
    expect(summarise(aSession())).toMatchObject({ interval: null, medianTook: null, unanswered: 3, byKind: [] })
  })
})

// Reference values computed with Wilson's formula at z = 1.96, in per cent.
describe('the interval of a share', () => {
  it.each([
    [334, 435, 72.6, 80.5],
    [68, 99, 59, 77],
    [70, 139, 42.2, 58.5],
  ])('of %i in %i is %f to %f per cent', (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n)
    expect(interval.low * 100).toBeCloseTo(low, 1)
    expect(interval.high * 100).toBeCloseTo(high, 1)
  })

  it('stays between nothing and everything', () => {
    expect(wilsonInterval(0, 1).low).toBe(0)
    expect(wilsonInterval(5, 5).high).toBe(1)
  })
})
