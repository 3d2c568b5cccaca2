import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { aLayout, seededChance } from '#testing/builders/exams.ts'
import { aBank, aQuestion } from '#testing/builders/questions.ts'
import sample from '../../../public/banks/munjin-sample.json' with { type: 'json' }
import file from '../../../public/reference/exam-layouts.json' with { type: 'json' }
import { parseBank } from '../question-bank/parse-bank.ts'
import type { Question } from '../question-bank/question.ts'
import type { QuizSession } from '../quiz/session.ts'
import { parseQuizSession } from '../quiz/parse-session.ts'
import type { ExamLayout } from './exam-layout.ts'
import { parseExamLayouts } from './exam-layout.ts'
import { startMock } from './mock-session.ts'

/** Questions of a subject, `law-1` and so on. */
function some(subject: string, count: number, parts: Partial<Question> = {}): readonly Question[] {
  return Array.from({ length: count }, (_, index) => aQuestion({ id: `${subject}-${index + 1}`, subject, ...parts }))
}

function aGroup(subject: string, id: string, count: number): readonly Question[] {
  return Array.from({ length: count }, (_, index) =>
    aQuestion({ id: `${id}-${index + 1}`, subject, group: { id, theme: '' } }),
  )
}

function startedOf(layout: ExamLayout, questions: readonly Question[], seed = 1, timeFactor: number | null = 1) {
  return startMock(layout, aBank(questions), {
    ...{ id: 's1', now: instant(1_000), chance: seededChance(seed), timeFactor },
  })
}

function mockOf(layout: ExamLayout, questions: readonly Question[], seed = 1, timeFactor: number | null = 1) {
  const started = startedOf(layout, questions, seed, timeFactor)
  if (!started.ok) throw new Error(`Short of ${started.failure.map(({ section }) => section.subject).join()}`)
  return started.value
}

function idsOf({ items }: QuizSession): readonly string[] {
  return items.map(({ question }) => question.id)
}

function subjectsOf({ items, blocks }: QuizSession): readonly (readonly (string | null)[])[] {
  return blocks.map(({ first, count }) => items.slice(first, first + count).map(({ examSubject }) => examSubject))
}

/** Whether the items of every group stand side by side. */
function isTogether(session: QuizSession): boolean {
  const groups = session.items.map(({ question }) => question.group?.id ?? question.id)
  return groups.every((group, index) => group === groups[index - 1] || !groups.slice(0, index).includes(group))
}

describe('putting a mock together', () => {
  it('has a block for each sitting, and in it the sections one after the other', () => {
    const layout = aLayout([{ law: 2, general: 1 }, { law: 1 }])
    const session = mockOf(layout, [...some('law', 5), ...some('general', 5)])
    expect(subjectsOf(session)).toEqual([['law', 'law', 'general'], ['law']])
    expect(session.blocks.map(({ first, count }) => [first, count])).toEqual([
      [0, 3],
      [3, 1],
    ])
    expect(session).toMatchObject({ mode: 'mock', layoutId: 'layout', current: 0, block: 0, tickedAt: null })
  })

  it('gives every sitting its time, longer for an examinee with extended time, or none', () => {
    const layout = aLayout([{ law: 1 }])
    const allowed = [1, 1.5, null].map((factor) => mockOf(layout, some('law', 1), 1, factor).blocks[0]?.allowed)
    expect(allowed).toEqual([3_600_000, 5_400_000, null])
  })

  it('takes questions by subject or by tag, and in the language of the layout', () => {
    const bank = [
      ...some('law', 1),
      ...some('civics', 1, { tags: ['law'] }),
      ...some('cardiology', 3),
      aQuestion({ id: 'ko', subject: 'law', language: 'ko' }),
    ]
    expect(idsOf(mockOf(aLayout([{ law: 2 }]), bank)).toSorted()).toEqual(['civics-1', 'law-1'])
  })

  it('fills a section that the bank does not know from questions that no section claims', () => {
    const session = mockOf(aLayout([{ law: 1, general: 2 }]), [...some('law', 5), ...some('cardiology', 2)])
    expect(idsOf(session).slice(1).toSorted()).toEqual(['cardiology-1', 'cardiology-2'])
  })

  it('names every section that is short, with what was found, and gives no mock then', () => {
    const started = startedOf(aLayout([{ law: 3, general: 1 }, { law: 2 }]), [...some('law', 4), ...some('general', 1)])
    expect(started.ok).toBe(false)
    const short = started.ok ? [] : started.failure
    expect(short.map(({ session, section, found }) => [session.id, section.subject, found])).toEqual([['2', 'law', 1]])
  })

  it('gives no mock of a layout that does not say what it asks', () => {
    expect(startedOf(aLayout([{ law: 1 }, {}]), some('law', 5)).ok).toBe(false)
  })

  it('leaves a question of two subjects to the one that cannot do without it', () => {
    const bank = [...some('both', 1, { tags: ['law', 'general'] }), ...some('law', 1)]
    for (let seed = 1; seed <= 20; seed += 1) {
      const session = mockOf(aLayout([{ law: 1, general: 1 }]), bank, seed)
      expect(idsOf(session)).toEqual(['law-1', 'both-1'])
    }
  })

  it('draws other questions by other chance', () => {
    const drawn = [1, 2, 3].map((seed) => idsOf(mockOf(aLayout([{ law: 5 }]), some('law', 100), seed)).join())
    expect(new Set(drawn).size).toBe(3)
  })

  it('keeps a group together wherever some groups fit', () => {
    const bank = [...aGroup('law', 'three', 3), ...aGroup('law', 'two', 2), ...aGroup('law', 'pair', 2)]
    for (let seed = 1; seed <= 20; seed += 1) {
      const session = mockOf(aLayout([{ law: 4 }]), bank, seed)
      expect(isTogether(session)).toBe(true)
      expect(new Set(session.items.map(({ question }) => question.group?.id))).toEqual(new Set(['two', 'pair']))
    }
  })

  it('tears a group only where nothing else fills the section', () => {
    const session = mockOf(aLayout([{ law: 4 }]), [...aGroup('law', 'a', 3), ...aGroup('law', 'b', 3)])
    expect(session.items).toHaveLength(4)
    expect(isTogether(session)).toBe(true)
  })

  it('asks no question twice and keeps every group in its order, whatever the bank', () => {
    const groups = fc.array(fc.tuple(fc.constantFrom('law', 'general', 'other'), fc.integer({ min: 1, max: 4 })), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 8 }), fc.nat(), (made, items, seed) => {
        const bank = made.flatMap(([subject, count], index) => aGroup(subject, `g${index}`, count))
        const started = startedOf(aLayout([{ law: items, general: 2 }, { law: 1 }]), bank, seed)
        if (!started.ok) {
          expect(started.failure.length).toBeGreaterThan(0)
          return
        }
        const ids = idsOf(started.value)
        expect(new Set(ids).size).toBe(items + 3)
      }),
    )
  })
})

describe('a whole Korean examination', () => {
  const layouts = parseExamLayouts(file)
  const kmle = layouts.ok ? layouts.value.layouts.find(({ id }) => id === 'kmle-2022') : undefined
  if (kmle === undefined) throw new Error('There is no such layout')
  const bank = [...some('law', 25), ...some('general', 80), ...some('cardiology', 300)].map((question, index) => ({
    ...question,
    language: 'ko' as const,
    group: index % 10 < 3 ? { id: `g${Math.floor(index / 10)}`, theme: '' } : null,
  }))

  it('asks 320 different questions in four sittings of 80', () => {
    const session = mockOf(kmle, bank)
    expect(new Set(idsOf(session)).size).toBe(320)
    expect(session.blocks.map(({ count }) => count)).toEqual([80, 80, 80, 80])
    expect(isTogether(session)).toBe(true)
    const subjects = subjectsOf(session)
    expect(subjects[0]).toEqual([...Array<string>(20).fill('law'), ...Array<string>(60).fill('general')])
    expect(new Set(subjects.slice(1).flat())).toEqual(new Set(['particular']))
  })

  it('can be kept and read again', () => {
    const session = mockOf(kmle, bank)
    const read = parseQuizSession(JSON.parse(JSON.stringify(session)))
    expect(read).toEqual({ ok: true, value: session })
  })
})

describe('the small Korean mock for practice', () => {
  it('can be filled by the bank that comes with the app, and judges the total alone', () => {
    const layouts = parseExamLayouts(file)
    const practice = layouts.ok ? layouts.value.layouts.find(({ id }) => id === 'practice-ko-40') : undefined
    const bank = parseBank(sample)
    if (practice === undefined || !bank.ok) throw new Error('Not as it came')
    const session = mockOf(practice, bank.value.questions)
    expect(session.blocks.map(({ count, allowed }) => [count, allowed])).toEqual([
      [20, 1_500_000],
      [20, 1_500_000],
    ])
    expect(new Set(idsOf(session)).size).toBe(40)
    expect(practice.passRule).toEqual({ total: 0.6, perSubject: null, subjects: [] })
  })
})
