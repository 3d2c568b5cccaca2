import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, milliseconds } from '#lib/time.ts'
import { answersOn, aRegrade, noonOf, seoul, usualRules } from '#testing/builders/memory.ts'
import type { ReviewEvent } from '../quiz/review-event.ts'
import { recallGrades } from '../quiz/recall-grade.ts'
import { confidences } from '../quiz/session.ts'
import { foldMemories, foldMore, startFold } from './fold-memories.ts'
import { asLocalDay, dayMs } from '#lib/local-day.ts'
import type { Memory } from './memory.ts'
import { openScheduler } from './scheduler.ts'

const wrong = { correct: false, choice: 'B', confidence: 'certain' } as const

function memoryOf(events: readonly ReviewEvent[], rules = usualRules): Memory {
  const memory = foldMemories(events, rules).get('bank/q1')
  if (memory === undefined) throw new Error('Nothing is remembered')
  return memory
}

/** Logs of answers and of grades set by hand, with clocks that jump. */
const logs = fc
  .array(
    fc.record({
      question: fc.constantFrom('q1', 'q2', 'q3'),
      hour: fc.integer({ min: 0, max: 24 * 60 }),
      correct: fc.boolean(),
      confidence: fc.constantFrom(null, ...confidences),
      seconds: fc.integer({ min: 1, max: 300 }),
      regrades: fc.option(fc.tuple(fc.nat({ max: 30 }), fc.constantFrom(...recallGrades)), { nil: null }),
    }),
    { maxLength: 30 },
  )
  .map((looks) =>
    looks.flatMap<ReviewEvent>(({ question, hour, seconds, regrades, ...rest }, index) => {
      const [answer] = answersOn([
        0,
        {
          ...{ ...rest, id: `a${index}`, questionId: question },
          ...{ at: instant(hour * 3_600_000), tookMs: milliseconds(seconds * 1000) },
        },
      ])
      const events: readonly ReviewEvent[] = answer === undefined ? [] : [answer]
      return regrades === null ? events : [...events, aRegrade(`a${regrades[0]}`, regrades[1])]
    }),
  )

describe('folding the log', () => {
  it('gives the schedule of its answers', () => {
    const { learnt, reviews } = memoryOf(answersOn([0], [3], [20, wrong]))
    const scheduler = openScheduler(0.9)
    const [first, second, third] = [asLocalDay(0), asLocalDay(3), asLocalDay(20)]
    const known = scheduler.review(scheduler.review(null, first, 'good'), second, 'good')
    expect(learnt).toEqual(scheduler.review(known, third, 'again'))
    expect(reviews.map(({ grade }) => grade)).toEqual(['good', 'good', 'again'])
    expect(reviews[2]?.expected).toBe(scheduler.recall(known, third))
  })

  it('gives the same in one go and in any pieces', () => {
    fc.assert(
      fc.property(logs, fc.array(fc.nat({ max: 40 })), (events, cuts) => {
        const places = [0, ...cuts.filter((cut) => cut < events.length).sort((a, b) => a - b), events.length]
        const piecewise = places
          .slice(1)
          .reduce((fold, end, index) => foldMore(fold, events.slice(places[index], end)), startFold(usualRules))
        expect(piecewise.memories).toEqual(foldMemories(events, usualRules))
      }),
    )
  })

  it('never changes an earlier review when something is appended, unless a grade is set for it', () => {
    fc.assert(
      fc.property(logs, logs, (events, more) => {
        const answers = more
          .filter(({ kind }) => kind === 'attempt')
          .map((event) => ({ ...event, id: `more ${event.id}` }))
        const before = foldMemories(events, usualRules)
        const after = foldMemories([...events, ...answers], usualRules)
        for (const [key, { reviews }] of before)
          expect(after.get(key)?.reviews.slice(0, reviews.length)).toEqual(reviews)
      }),
    )
  })

  it('leaves the fold that it goes on from as it was', () => {
    const [first, second] = answersOn([0], [3])
    const fold = foldMore(startFold(usualRules), first === undefined ? [] : [first])
    const before = structuredClone(fold.memories)
    foldMore(fold, second === undefined ? [] : [second, aRegrade('a1', 'easy')])
    expect(fold.memories).toEqual(before)
  })

  it('keeps questions of the same name in two banks apart', () => {
    const memories = foldMemories(answersOn([0], [0, { bankId: 'other' }]), usualRules)
    expect([...memories.keys()]).toEqual(['bank/q1', 'other/q1'])
  })

  it('counts an attempt once that two pages have logged', () => {
    const [first] = answersOn([0])
    expect(first && memoryOf([first, first]).reviews).toHaveLength(1)
  })

  it('schedules by the retention that is wished for, and learns the same', () => {
    const [modest, eager] = [0.8, 0.95].map((desiredRetention) =>
      memoryOf(answersOn([0], [3], [20]), { ...usualRules, desiredRetention }),
    )
    expect(modest?.learnt.stability).toBe(eager?.learnt.stability)
    expect(modest?.learnt.dueOn).toBeGreaterThan(eager?.learnt.dueOn ?? Infinity)
  })
})

describe('a grade that the student set', () => {
  it('counts in place of the rule’s, for that review and what follows from it', () => {
    const changed = memoryOf([...answersOn([0], [3]), aRegrade('a1', 'again')])
    expect(changed.reviews.map(({ grade, isChanged }) => [grade, isChanged])).toEqual([
      ['again', true],
      ['good', false],
    ])
    expect(changed.learnt).toEqual(memoryOf(answersOn([0, wrong], [3])).learnt)
  })

  it('is the last one that was set', () => {
    const changed = memoryOf([...answersOn([0]), aRegrade('a1', 'again'), aRegrade('a1', 'easy')])
    expect(changed.reviews.map(({ grade }) => grade)).toEqual(['easy'])
  })

  it('changes no other question', () => {
    const answers = answersOn([0], [0, { questionId: 'q2' }])
    const before = foldMemories(answers, usualRules).get('bank/q2')
    expect(foldMemories([...answers, aRegrade('a1', 'again')], usualRules).get('bank/q2')).toEqual(before)
  })

  it('holds when it was logged before its attempt, and is no matter without one', () => {
    expect(memoryOf([aRegrade('a1', 'easy'), ...answersOn([0])]).reviews[0]).toMatchObject({
      grade: 'easy',
      isChanged: true,
    })
    expect(foldMemories([aRegrade('nobody', 'easy')], usualRules).size).toBe(0)
  })
})

describe('the student’s usual time', () => {
  it('is the median of the answers before, once there are five', () => {
    const quick = { confidence: 'certain', tookMs: milliseconds(20_000) } as const
    const events = answersOn(...Array.from({ length: 5 }, (_, day) => [day] as const), [9, quick])
    expect(memoryOf(events).reviews.at(-1)?.grade).toBe('easy')
    expect(memoryOf(events.slice(1)).reviews.at(-1)?.grade).toBe('good')
  })

  it('forgets what is fifty answers ago', () => {
    const slow = { questionId: 'q2', tookMs: milliseconds(600_000) }
    const now = { questionId: 'q3' }
    const looks = [
      ...Array.from({ length: 60 }, () => [0, slow] as const),
      ...Array.from({ length: 50 }, () => [1, now] as const),
    ]
    const slowNow = [2, { tookMs: milliseconds(130_000) }] as const
    expect(memoryOf(answersOn(...looks, slowNow)).reviews[0]?.grade).toBe('hard')
  })
})

describe('a day', () => {
  it('counts once, by its first answer: after it the key was known', () => {
    const once = memoryOf(answersOn([0], [3, wrong]))
    const twice = memoryOf(answersOn([0], [3, wrong], [3, { at: instant(noonOf(3) + 300_000) }]))
    expect(twice.learnt).toEqual(once.learnt)
    expect(twice.reviews).toHaveLength(3)
    expect(twice.reviews[2]?.expected).toBeNull()
  })

  it('in which it is forgotten after all asks again tomorrow', () => {
    const { learnt } = memoryOf(answersOn([0, { confidence: 'certain' }], [0, wrong], [0, wrong]))
    expect(learnt.dueOn).toBe(1)
    expect(learnt).toEqual(memoryOf(answersOn([0, { confidence: 'certain' }], [0, wrong])).learnt)
  })

  it('is the student’s own, not that of Greenwich', () => {
    // 23:30 and 00:30 in Seoul are 14:30 and 15:30 of one day in Greenwich.
    const events = answersOn([0, { at: instant(14.5 * 3_600_000) }], [0, { at: instant(15.5 * 3_600_000) }])
    expect(memoryOf(events, { ...usualRules, zone: seoul }).reviews.map(({ on }) => on)).toEqual([0, 1])
    expect(memoryOf(events, { ...usualRules, zone: seoul }).reviews[1]?.expected).not.toBeNull()
    expect(memoryOf(events).reviews.map(({ on }) => on)).toEqual([0, 0])
  })
})

describe('a clock that was wrong', () => {
  it('does not put a question off for years once it is right again', () => {
    const { learnt, reviews } = memoryOf(answersOn([0], [5000], [4]))
    expect(learnt.on).toBe(4)
    expect(learnt.dueOn).toBeLessThan(200)
    expect(reviews.map(({ expected }) => expected === null)).toEqual([true, false, true])
  })

  it('never breaks the fold, wherever it jumps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20_000, max: 40_000 }), { minLength: 1, maxLength: 20 }), (days) => {
        const { learnt } = memoryOf(answersOn(...days.map((day) => [day] as const)))
        expect(learnt.on).toBe(days.at(-1) ?? 0)
        expect(learnt.dueOn).toBeGreaterThan(learnt.on)
        expect(learnt.dueOn - learnt.on).toBeLessThanOrEqual(40_000)
      }),
    )
  })
})

describe('a long log', () => {
  it('is folded whole', () => {
    const events = answersOn(
      ...Array.from(
        { length: 10_000 },
        (_, index) =>
          [
            Math.floor(index / 50),
            { questionId: `q${index % 2000}`, at: instant(Math.floor(index / 50) * dayMs + index) },
          ] as const,
      ),
    )
    const memories = foldMemories(events, usualRules)
    expect(memories.size).toBe(2000)
    expect([...memories.values()].reduce((sum, { reviews }) => sum + reviews.length, 0)).toBe(10_000)
  })
})
