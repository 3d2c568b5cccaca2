import { describe, expect, it } from 'vitest'
import { aBankFile } from '#testing/builders/questions.ts'
import { anAttempt, answered, aSession } from '#testing/builders/quiz.ts'
import { gradedItem, quizOverFakes, sessionOf, startedQuiz } from '#testing/builders/quiz-over-fakes.ts'
import { currentItem } from '#domain/quiz/session.ts'
import { instant } from '#lib/time.ts'
import { settled } from '#testing/fakes/quiz-needs.ts'

describe('opening the quiz', () => {
  it('reads the bank', async () => {
    const { quiz } = quizOverFakes()
    const opening = quiz.open()
    expect(quiz.state.getState().bank.kind).toBe('loading')
    await opening
    expect(quiz.state.getState().bank).toMatchObject({ kind: 'ready', bank: { id: 'bank' } })
  })

  it('lists what is wrong with a bank', async () => {
    const { quiz } = quizOverFakes({ loadBank: () => Promise.resolve({ format: 'munjin-bank', version: 9 }) })
    await quiz.open()
    expect(quiz.state.getState().bank).toMatchObject({ kind: 'faulty', faults: [{ kind: 'unknownVersion' }] })
  })

  it('says that the bank cannot be had, and tries again when asked', async () => {
    let isOnline = false
    const { quiz } = quizOverFakes({
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
    const { quiz } = quizOverFakes({ sessions: [aSession(), ended] })
    await quiz.open()
    expect(quiz.state.getState().place).toMatchObject({ kind: 'start', resumable: { id: 's1' } })
  })

  it('takes from the log a grade that its session had not kept', async () => {
    const { quiz } = quizOverFakes({ sessions: [aSession()], events: [anAttempt({ sessionId: 's1' })] })
    await quiz.open()
    quiz.resume()
    expect(gradedItem(quiz)).toMatchObject({ choice: 'C', attemptId: 'a1' })
  })

  it('gives the log a grade that only its session had kept', async () => {
    const { session, attempt } = answered(aSession(), 'B')
    const { quiz, reviews } = quizOverFakes({ sessions: [session] })
    await quiz.open()
    await settled()
    expect(reviews.events).toEqual([attempt])
  })
})

describe('a session', () => {
  it('is kept at every change, so that a reload loses nothing', async () => {
    const { quiz, sessions, clock } = await startedQuiz()
    quiz.choose('B')
    quiz.strike('D')
    clock.pass(7_000)
    quiz.rate('unsure')
    await settled()
    const [kept] = sessions.written.values()
    expect(kept?.items[0]).toMatchObject({
      work: { choice: 'B', struck: ['D'], confidence: 'unsure' },
      spent: 7_000,
    })
    expect(kept?.tickedAt).toBeNull()
  })

  it('grades nothing before a choice and a confidence', async () => {
    const { quiz, reviews } = await startedQuiz()
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
    const { quiz, clock } = await startedQuiz()
    clock.pass(10_000)
    quiz.leave()
    clock.pass(3_600_000)
    quiz.resume()
    clock.pass(5_000)
    quiz.choose('C')
    quiz.rate('mostly')
    quiz.grade()
    expect(gradedItem(quiz).spent).toBe(15_000)
  })

  it('is not offered again once it was finished or given up', async () => {
    const { quiz, sessions } = await startedQuiz()
    quiz.leave()
    quiz.discard()
    await settled()
    expect(quiz.state.getState().place).toEqual({ kind: 'start', resumable: null })
    expect([...sessions.written.values()]).toMatchObject([{ endedAt: 1_000 }])
  })

  it('goes on in memory while nothing can be kept, and is kept whole when that works again', async () => {
    const { quiz, sessions, reviews } = await startedQuiz()
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

describe('a page that goes', () => {
  it('puts down what is not kept yet, and nothing once all is kept', async () => {
    const { quiz, leftovers, hidePage } = await startedQuiz()
    quiz.choose('B')
    quiz.rate('unsure')
    hidePage()
    expect(leftovers.sessions.lying()).toMatchObject([
      { items: [{ work: { choice: 'B', confidence: 'unsure' } }, {}, {}] },
    ])
    await settled()
    expect(leftovers.sessions.lying()).toEqual([])
  })

  it('leaves a grade behind that the next page keeps, in the log and with its session', async () => {
    const session = aSession()
    const { session: graded, attempt } = answered(session, 'A')
    const { quiz, sessions, reviews, leftovers } = quizOverFakes({
      sessions: [session],
      left: { sessions: [graded], events: [attempt] },
    })
    await quiz.open()
    await settled()
    expect(quiz.state.getState().place).toMatchObject({
      kind: 'start',
      resumable: { items: [{ kind: 'graded' }, {}, {}] },
    })
    expect(quiz.state.getState().past.events).toEqual([attempt])
    expect(reviews.events).toEqual([attempt])
    expect(sessions.written.get(session.id)).toEqual(graded)
    expect(leftovers.sessions.lying()).toEqual([])
    expect(leftovers.events.lying()).toEqual([])
  })

  it('leaves nothing behind that would go over what was kept later', async () => {
    const session = aSession()
    const kept = answered(session, 'A').session
    const { quiz, sessions } = quizOverFakes({ sessions: [kept], left: { sessions: [session] } })
    sessions.savedAt = instant(3_000)
    await quiz.open()
    await settled()
    expect(sessions.written.get(session.id)).toEqual(kept)
  })

  it('keeps its leftovers while what was kept before cannot be read', async () => {
    const { quiz, sessions, leftovers } = quizOverFakes({ left: { sessions: [aSession()] } })
    sessions.failure = { kind: 'unavailable', detail: 'x' }
    await quiz.open()
    await settled()
    expect(leftovers.sessions.lying()).toEqual([aSession()])
  })
})
