import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { answersOn, usualRules } from '#testing/builders/memory.ts'
import { aQuestion } from '#testing/builders/questions.ts'
import type { Question } from '../question-bank/question.ts'
import type { Attempt } from '../quiz/review-event.ts'
import { dueQuestions } from './due-questions.ts'
import { foldMemories } from './fold-memories.ts'
import { asLocalDay } from '#lib/local-day.ts'
import { isLeech, lapsesOf } from './memory.ts'

const wrong: Partial<Attempt> = { correct: false, choice: 'B', confidence: 'mostly' }
const wrongAndCertain: Partial<Attempt> = { ...wrong, confidence: 'certain' }

type Look = readonly [question: string, day: number, parts?: Partial<Attempt>]

/** What is due on a day, of questions that have nothing to do with each other but what `parts` says. */
function dueOn(day: number, looks: readonly Look[], parts: Readonly<Record<string, Partial<Question>>> = {}) {
  const events = answersOn(...looks.map(([questionId, on, more]) => [on, { questionId, ...more }] as const))
  return dueQuestions(foldMemories(events, usualRules), asLocalDay(day), ({ questionId }) =>
    questionId === 'gone' ? undefined : aQuestion({ id: questionId, objective: '', ...parts[questionId] }),
  )
}

function idsOf(due: ReturnType<typeof dueOn>): readonly string[] {
  return due.map(({ question }) => question.id)
}

describe('what is due', () => {
  it('is due from the morning of its day on, whatever the hour of its last review', () => {
    const late: readonly Look[] = [['q1', 0, { ...wrong, at: instant(22 * 3_600_000) }]]
    expect(idsOf(dueOn(0, late))).toEqual([])
    expect(idsOf(dueOn(1, late))).toEqual(['q1'])
  })

  it('comes in this order: wrong and certain, then what is due the longest', () => {
    const looks: readonly Look[] = [
      ['late', 2, wrong],
      ['early', 0, wrong],
      ['certain', 3, wrongAndCertain],
      ['b', 1, wrong],
      ['a', 1, wrong],
    ]
    const due = dueOn(10, looks)
    expect(idsOf(due)).toEqual(['certain', 'early', 'a', 'b', 'late'])
    expect(due.map((one) => one.wasWrongAndCertain)).toEqual([true, false, false, false, false])
  })

  it('does not stay first because of an error that was mended', () => {
    const looks: readonly Look[] = [
      ['mended', 0, wrongAndCertain],
      ['mended', 1],
      ['other', 0, wrong],
    ]
    expect(idsOf(dueOn(30, looks))).toEqual(['other', 'mended'])
  })

  it('leaves out questions whose bank is gone', () => {
    expect(
      idsOf(
        dueOn(10, [
          ['gone', 0],
          ['q1', 0],
        ]),
      ),
    ).toEqual(['q1'])
  })
})

describe('siblings', () => {
  const group = { group: { id: 'g', theme: '' } }
  const taught = { objective: 'Migrating pain points to appendicitis.' }

  it.each([
    ['of one group', group],
    ['that teach the same', taught],
  ])('%s are not asked on one day', (_, same) => {
    const looks: readonly Look[] = [
      ['b', 0, wrong],
      ['a', 1, wrong],
      ['c', 2, wrong],
    ]
    expect(idsOf(dueOn(10, looks, { a: same, b: same }))).toEqual(['b', 'c'])
  })

  it('stay buried for the day when one of them was answered', () => {
    const looks: readonly Look[] = [
      ['a', 0, wrong],
      ['b', 0, wrong],
      ['a', 10],
    ]
    expect(idsOf(dueOn(10, looks, { a: group, b: group }))).toEqual([])
    expect(idsOf(dueOn(11, looks, { a: group, b: group }))).toEqual(['b'])
  })

  it('are no siblings where a whole bank has one objective', () => {
    const names = Array.from({ length: 7 }, (_, index) => `q${index + 1}`)
    const looks = names.map((name): Look => [name, 0, wrong])
    const few = Object.fromEntries(names.slice(0, 6).map((name) => [name, taught]))
    const all = Object.fromEntries(names.map((name) => [name, taught]))
    expect(idsOf(dueOn(10, looks, few))).toEqual(['q1', 'q7'])
    expect(idsOf(dueOn(10, looks, all))).toEqual(names)
  })
})

describe('a leech', () => {
  const memoryOf = (...looks: readonly (readonly [number, Partial<Attempt>?])[]) => {
    const memory = foldMemories(answersOn(...looks), usualRules).get('bank/q1')
    if (memory === undefined) throw new Error('Nothing is remembered')
    return memory
  }
  const lapses = [[0], [10, wrong], [20, wrong], [30, wrong]] as const

  it('was learnt and forgotten four times', () => {
    expect(isLeech(memoryOf(...lapses))).toBe(false)
    expect(isLeech(memoryOf(...lapses, [40, wrong]))).toBe(true)
  })

  it('is not made by the first answer, nor by several within a day', () => {
    const memory = memoryOf([0, wrong], [0, wrong], [0, wrong], [0, wrong], [0, wrong], [5, wrong])
    expect(lapsesOf(memory)).toBe(1)
  })

  it('is one no more when it is known three times in a row', () => {
    const leech = [...lapses, [40, wrong]] as const
    expect(isLeech(memoryOf(...leech, [50], [60]))).toBe(true)
    expect(isLeech(memoryOf(...leech, [50], [60], [90]))).toBe(false)
  })

  it('is marked where it is due', () => {
    const looks = [...lapses, [40, wrong] as const].map(([day, parts = {}]): Look => ['q1', day, parts])
    expect(dueOn(50, looks)).toMatchObject([{ isLeech: true }])
  })
})
