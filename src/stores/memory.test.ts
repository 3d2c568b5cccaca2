import { describe, expect, it } from 'vitest'
import { answersOn, aRegrade, noonOf, seoul } from '#testing/builders/memory.ts'
import type { MemoryKept } from '#testing/builders/memory-over-fakes.ts'
import { memoryOverFakes } from '#testing/builders/memory-over-fakes.ts'
import { aQuestion } from '#testing/builders/questions.ts'
import { settled } from '#testing/fakes/quiz-needs.ts'
import type { MemoryStore } from './memory.ts'
import type { MemoryView } from './memory-state.ts'

const wrong = { correct: false, choice: 'B', confidence: 'mostly' } as const
const wrongAndCertain = { ...wrong, confidence: 'certain' } as const

function some(...ids: readonly string[]) {
  return ids.map((id) => aQuestion({ id, objective: '' }))
}

async function followed(kept: MemoryKept = {}) {
  const all = await memoryOverFakes(kept)
  const stop = all.memory.follow()
  await settled()
  return { ...all, stop }
}

function viewOf(memory: MemoryStore): MemoryView {
  const state = memory.state.getState()
  if (state.kind !== 'ready') throw new Error('Still reading')
  return state.view
}

const dueIds = (memory: MemoryStore) => viewOf(memory).due.map(({ question }) => question.id)

describe('what is known of memory', () => {
  it('is being read at first', async () => {
    const { memory } = await memoryOverFakes()
    expect(memory.state.getState()).toEqual({ kind: 'reading' })
  })

  it('is empty for someone who answered nothing', async () => {
    const { memory } = await followed()
    expect(viewOf(memory)).toMatchObject({ known: 0, due: [], missed: [], leeches: [], diary: [], unread: 0 })
    expect(viewOf(memory).practice).toMatchObject({ streak: 0, subjects: [], sessions: [], calibration: [] })
  })

  it('has what is due with its question and how probably it is known', async () => {
    const { memory } = await followed({
      events: answersOn([0], [9, { questionId: 'q2' }]),
      questions: some('q1', 'q2'),
    })
    expect(dueIds(memory)).toEqual(['q1'])
    const [due] = viewOf(memory).due
    expect(due?.recall).toBeGreaterThan(0.5)
    expect(due?.recall).toBeLessThan(0.9)
  })

  it('grows with every answer, and follows grades that are set', async () => {
    const { memory, log } = await followed({ questions: some('q1', 'q2') })
    log(answersOn([9, wrong]))
    expect(dueIds(memory)).toEqual(['q1'])
    log([aRegrade('a1', 'easy')])
    expect(dueIds(memory)).toEqual([])
    expect(viewOf(memory).known).toBe(1)
  })

  it('changes when another day begins where the student is', async () => {
    const events = answersOn([9, wrong])
    const { memory, clock } = await followed({ events, questions: some('q1'), now: noonOf(9), zone: seoul })
    expect(dueIds(memory)).toEqual([])
    // Noon in Greenwich is 21:00 in Seoul.
    clock.pass(3 * 3_600_000)
    expect(dueIds(memory)).toEqual(['q1'])
  })

  it('stays as it was once nobody follows it', async () => {
    const { memory, log, stop } = await followed({ questions: some('q1') })
    stop()
    log(answersOn([0]))
    expect(viewOf(memory).known).toBe(0)
  })

  it('has questions of several banks, and counts banks that cannot be read', async () => {
    const events = answersOn([0], [0, { bankId: 'mine', questionId: 'm1' }])
    const all = await memoryOverFakes({ events, questions: some('q1') })
    await all.keepBank('mine', some('m1'))
    await all.keepBank('unused', some('u1'))
    all.memory.follow()
    await settled()
    expect(dueIds(all.memory).toSorted()).toEqual(['m1', 'q1'])
    const without = await followed({ events, loadBank: () => Promise.reject(new Error('no network')) })
    expect(viewOf(without.memory)).toMatchObject({ unread: 1, due: [] })
  })

  it('waits for earlier work that is on its way, and then reads the banks that it is about', async () => {
    const all = await memoryOverFakes({ isUnread: true, questions: some('q1') })
    await all.keepBank('mine', some('m1'))
    all.memory.follow()
    await settled()
    expect(all.memory.state.getState().kind).toBe('reading')
    all.log(answersOn([0], [0, { bankId: 'mine', questionId: 'm1' }]))
    await settled()
    expect(dueIds(all.memory).toSorted()).toEqual(['m1', 'q1'])
  })

  it('leaves out what was removed, but for the error diary', async () => {
    const all = await memoryOverFakes({ events: answersOn([0, { ...wrong, bankId: 'mine' }]) })
    const kept = await all.keepBank('mine', some('q1'))
    if (kept.ok) await all.library.remove(kept.value)
    all.memory.follow()
    await settled()
    expect(dueIds(all.memory)).toEqual([])
    expect(viewOf(all.memory).diary).toMatchObject([{ key: 'mine/q1', question: null }])
  })

  it('names leeches, the worst first', async () => {
    const lapses = (questionId: string, count: number) =>
      Array.from({ length: count }, (_, index) => [index * 2, { ...wrong, questionId }] as const)
    const events = answersOn(...lapses('q1', 5), ...lapses('q2', 7))
    const { memory } = await followed({ events, questions: some('q1', 'q2'), now: noonOf(100) })
    expect(viewOf(memory).leeches.map(({ key, lapses: count }) => [key, count])).toEqual([
      ['bank/q2', 6],
      ['bank/q1', 4],
    ])
  })

  it('says how practice goes', async () => {
    const { memory } = await followed({ events: answersOn([8], [9, wrongAndCertain], [9]), questions: some('q1') })
    const { practice } = viewOf(memory)
    expect(practice.streak).toBe(2)
    expect(practice.days.slice(-3).map(({ tally }) => tally.answered)).toEqual([1, 2, 0])
    expect(practice.subjects).toMatchObject([{ subject: 'Surgery', tally: { right: 2, answered: 3 } }])
    expect(practice.calibration.map(({ confidence }) => confidence)).toEqual(['mostly', 'certain'])
  })
})

describe('a review', () => {
  const events = answersOn(
    [0, wrong],
    [1, { ...wrongAndCertain, questionId: 'q2' }],
    [9, { ...wrong, questionId: 'q3', at: noonOf(10) }],
  )
  const questions = some('q1', 'q2', 'q3')

  it('asks what is due, the most pressing first, and no more than was wished for', async () => {
    const { memory, started } = await followed({ events, questions })
    memory.reviewDue(10)
    memory.reviewDue(1)
    expect(started.map((items) => items.map(({ question, bankId }) => [question.id, bankId]))).toEqual([
      [
        ['q2', 'bank'],
        ['q1', 'bank'],
      ],
      [['q2', 'bank']],
    ])
  })

  it('asks what was missed again, also when it is not due yet', async () => {
    const { memory, started } = await followed({ events, questions })
    memory.redoMissed(10)
    expect(started[0]?.map(({ question }) => question.id)).toEqual(['q2', 'q1', 'q3'])
  })

  it('does not begin with nothing', async () => {
    const { memory, started } = await followed()
    memory.reviewDue(10)
    memory.redoMissed(10)
    expect(started).toEqual([])
  })
})

describe('the wish for retention', () => {
  it('is kept, and changes what is due', async () => {
    const { memory, settings } = await followed({
      ...{ events: answersOn([0], [3]), questions: some('q1'), now: noonOf(12) },
    })
    const before = viewOf(memory).forecast.findIndex((count) => count > 0)
    memory.wishRetention(0.85)
    expect(settings.state.getState().settings.desiredRetention).toBe(0.85)
    const after = viewOf(memory).forecast.findIndex((count) => count > 0)
    expect(viewOf(memory).desiredRetention).toBe(0.85)
    expect(after).toBeGreaterThan(before)
  })
})

describe('the error diary', () => {
  it('shows what is written in it at once', async () => {
    const { memory } = await followed({ events: answersOn([0, wrong]), questions: some('q1') })
    memory.writeDiary('a1', 'misread', 'Read the age.')
    expect(viewOf(memory).diary).toMatchObject([
      { cause: 'misread', lesson: 'Read the age.', question: { id: 'q1' }, attempt: { at: noonOf(0) } },
    ])
  })
})

describe('a long log', () => {
  it('is not folded anew for every answer', async () => {
    const many = answersOn(
      ...Array.from({ length: 300 }, (_, day) => [day, { ...wrong, questionId: `q${day % 7}` }] as const),
    )
    const { memory, log } = await followed({ events: many, questions: some('q1', 'q2'), now: noonOf(400) })
    const before = viewOf(memory).due[0]?.memory
    log(answersOn([0, { id: 'later', questionId: 'q9', at: noonOf(399) }]))
    expect(before).toBeDefined()
    expect(viewOf(memory).due.some((due) => due.memory === before)).toBe(true)
  })
})
