import { describe, expect, it } from 'vitest'
import { aBankFile } from '#testing/builders/questions.ts'
import { aFilter, anAttempt, answered, aSession, noChance, questions } from '#testing/builders/quiz.ts'
import type { ReviewEvent } from '#domain/quiz/review-event.ts'
import type { GradedItem, QuizSession } from '#domain/quiz/session.ts'
import { currentItem } from '#domain/quiz/session.ts'
import { instant } from '#lib/time.ts'
import { handFedAnswering } from '#testing/fakes/hand-fed-answering.ts'
import { manualClock } from '#testing/builders/manual-clock.ts'
import { memoryLog, memoryShelf, settled } from '#testing/fakes/quiz-needs.ts'
import type { Quiz } from './quiz.ts'
import { openQuiz } from './quiz.ts'

function setUp(
  kept: {
    readonly sessions?: readonly QuizSession[]
    readonly events?: readonly ReviewEvent[]
    readonly bank?: unknown
  } = {},
) {
  const answering = handFedAnswering()
  const sessions = memoryShelf<QuizSession>((kept.sessions ?? []).map((session) => [session.id, session]))
  const reviews = memoryLog<ReviewEvent>(kept.events)
  const clock = manualClock({ now: instant(1_000) })
  let count = 0
  const quiz = openQuiz({
    ...{ answering, sessions, reviews, clock, chance: noChance },
    ids: () => `id${(count += 1)}`,
    loadBank: () => Promise.resolve(kept.bank ?? aBankFile(questions(3))),
  })
  return { quiz, answering, sessions, reviews, clock }
}

async function started() {
  const all = setUp()
  await all.quiz.open()
  all.quiz.start(aFilter())
  await settled()
  return all
}

function sessionOf(quiz: Quiz): QuizSession {
  const { place } = quiz.state.getState()
  if (place.kind === 'start') throw new Error('There is no session')
  return place.session
}

function gradedItem(quiz: Quiz): GradedItem {
  const item = currentItem(sessionOf(quiz))
  if (item.kind !== 'graded') throw new Error('Not graded')
  return item
}

describe('opening the quiz', () => {
  it('reads the bank', async () => {
    const { quiz } = setUp()
    const opening = quiz.open()
    expect(quiz.state.getState().bank.kind).toBe('loading')
    await opening
    expect(quiz.state.getState().bank).toMatchObject({ kind: 'ready', bank: { id: 'bank' } })
  })

  it('lists what is wrong with a bank', async () => {
    const { quiz } = setUp({ bank: { format: 'munjin-bank', version: 9 } })
    await quiz.open()
    expect(quiz.state.getState().bank).toMatchObject({ kind: 'faulty', faults: [{ kind: 'unknownVersion' }] })
  })

  it('says that the bank cannot be had, and tries again when asked', async () => {
    let isOnline = false
    const quiz = openQuiz({
      ...{ answering: handFedAnswering(), sessions: memoryShelf<QuizSession>(), reviews: memoryLog<ReviewEvent>() },
      ...{ clock: manualClock(), ids: () => 'id', chance: noChance },
      loadBank: () => (isOnline ? Promise.resolve(aBankFile()) : Promise.reject(new Error('offline'))),
    })
    await quiz.open()
    expect(quiz.state.getState().bank).toEqual({ kind: 'failed', detail: 'offline' })
    isOnline = true
    await quiz.open()
    expect(quiz.state.getState().bank.kind).toBe('ready')
  })

  it('offers the session that was left in the middle, and no ended one', async () => {
    const ended = { ...aSession(), id: 'ended', endedAt: instant(5) }
    const { quiz } = setUp({ sessions: [aSession(), ended] })
    await quiz.open()
    expect(quiz.state.getState().place).toMatchObject({ kind: 'start', resumable: { id: 's1' } })
  })

  it('takes from the log a grade that its session had not kept', async () => {
    const { quiz } = setUp({ sessions: [aSession()], events: [anAttempt({ sessionId: 's1' })] })
    await quiz.open()
    quiz.resume()
    expect(gradedItem(quiz)).toMatchObject({ choice: 'C', attemptId: 'a1' })
  })

  it('gives the log a grade that only its session had kept', async () => {
    const { session, attempt } = answered(aSession(), 'B')
    const { quiz, reviews } = setUp({ sessions: [session] })
    await quiz.open()
    await settled()
    expect(reviews.events).toEqual([attempt])
  })
})

describe('a session', () => {
  it('is kept at every change, so that a reload loses nothing', async () => {
    const { quiz, sessions, clock } = await started()
    quiz.choose('B')
    quiz.strike('D')
    clock.pass(7_000)
    quiz.rate('unsure')
    await settled()
    const [kept] = sessions.written.values()
    expect(kept?.items[0]).toMatchObject({
      choice: 'B',
      struck: ['D'],
      confidence: 'unsure',
      shownSince: null,
      spent: 7_000,
    })
  })

  it('grades nothing before a choice and a confidence', async () => {
    const { quiz, reviews } = await started()
    quiz.grade()
    quiz.choose('C')
    quiz.grade()
    expect(currentItem(sessionOf(quiz)).kind).toBe('open')
    quiz.rate('mostly')
    quiz.grade()
    await settled()
    expect(reviews.events).toMatchObject([{ kind: 'attempt', choice: 'C', correct: true, confidence: 'mostly' }])
  })

  it('can be left and resumed without counting the time between', async () => {
    const { quiz, clock } = await started()
    clock.pass(10_000)
    quiz.leave()
    clock.pass(3_600_000)
    quiz.resume()
    clock.pass(5_000)
    quiz.choose('C')
    quiz.rate('mostly')
    quiz.grade()
    expect(gradedItem(quiz).took).toBe(15_000)
  })

  it('is not offered again once it was finished or given up', async () => {
    const { quiz, sessions } = await started()
    quiz.leave()
    quiz.discard()
    await settled()
    expect(quiz.state.getState().place).toEqual({ kind: 'start', resumable: null })
    expect([...sessions.written.values()]).toMatchObject([{ endedAt: 1_000 }])
  })

  it('goes on in memory while nothing can be kept, and is kept whole when that works again', async () => {
    const { quiz, sessions, reviews } = await started()
    sessions.failure = reviews.failure = { kind: 'full' }
    quiz.choose('C')
    quiz.rate('mostly')
    quiz.grade()
    quiz.next()
    await settled()
    expect(quiz.state.getState().keeping).toEqual({ kind: 'failing', failure: { kind: 'full' }, waiting: 2 })
    expect(sessionOf(quiz).current).toBe(1)
    sessions.failure = reviews.failure = null
    quiz.keepAgain()
    await settled()
    expect(quiz.state.getState().keeping).toEqual({ kind: 'kept' })
    expect(reviews.events).toHaveLength(1)
    expect([...sessions.written.values()]).toMatchObject([{ current: 1 }])
  })
})
