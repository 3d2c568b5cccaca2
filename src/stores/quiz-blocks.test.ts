import { describe, expect, it } from 'vitest'
import { currentBlock } from '#domain/quiz/session.ts'
import { handIn } from '#domain/quiz/grading.ts'
import { chooseOption } from '#domain/quiz/item-work.ts'
import { goTo, isResting } from '#domain/quiz/session-time.ts'
import { instant, milliseconds } from '#lib/time.ts'
import { aBankFile } from '#testing/builders/questions.ts'
import { aLayoutsFile, aSmallExam } from '#testing/builders/exams.ts'
import { aMock, aMockBank, idsInARow, questions } from '#testing/builders/quiz.ts'
import { gradedItem, passSeconds, quizOverFakes, sessionOf, startedQuiz } from '#testing/builders/quiz-over-fakes.ts'
import { settled } from '#testing/fakes/quiz-needs.ts'

const tenSeconds = { mode: 'timed', allowed: milliseconds(10_000) } as const
const kinds = (quiz: Parameters<typeof sessionOf>[0]) => sessionOf(quiz).items.map(({ kind }) => kind)

async function begunMock() {
  const all = quizOverFakes({ loadBank: () => Promise.resolve(aBankFile(aMockBank().questions)) })
  await all.quiz.open()
  const started = all.quiz.startMock(aSmallExam(), 1)
  await settled()
  return { ...all, started }
}

describe('a timed session', () => {
  it('shows no key before it is handed in, and its result then', async () => {
    const { quiz, reviews } = await startedQuiz({}, tenSeconds)
    quiz.choose('C')
    quiz.rate('certain')
    quiz.grade()
    expect(kinds(quiz)).toEqual(['open', 'open', 'open'])
    quiz.handIn()
    await settled()
    expect(quiz.state.getState().place).toMatchObject({ kind: 'result', session: { endedAt: 1_000 } })
    expect(kinds(quiz)).toEqual(['graded', 'unanswered', 'unanswered'])
    expect(reviews.events).toMatchObject([{ kind: 'attempt', choice: 'C' }])
  })

  it('is handed in by itself when its time is up, and kept', async () => {
    const all = await startedQuiz({}, tenSeconds)
    all.quiz.choose('C')
    passSeconds(all, 9)
    expect(all.quiz.state.getState().place.kind).toBe('session')
    passSeconds(all, 1)
    await settled()
    expect(all.quiz.state.getState().place).toMatchObject({ kind: 'result' })
    expect([...all.sessions.written.values()]).toMatchObject([{ endedAt: 11_000 }])
    expect(all.reviews.events).toHaveLength(1)
    expect(all.quiz.state.getState().past.sessions).toHaveLength(1)
  })

  it('keeps its time every few seconds, and not with every tick', async () => {
    const all = await startedQuiz({}, tenSeconds)
    const used = () => [...all.sessions.written.values()][0]?.blocks[0]?.used
    passSeconds(all, 4)
    await settled()
    expect(used()).toBe(0)
    passSeconds(all, 2)
    await settled()
    expect(used()).toBe(5_000)
  })

  it('waits for its student after it was left, paused or looked away from', async () => {
    const { quiz, clock } = await startedQuiz({}, tenSeconds)
    clock.pass(2_000)
    for (const away of [() => quiz.pause(), () => quiz.lookAway(), () => quiz.leave()]) {
      away()
      clock.pass(3_600_000)
      quiz.tick()
      quiz.lookBack()
      quiz.resume()
      expect(isResting(sessionOf(quiz))).toBe(true)
      quiz.proceed()
      expect(isResting(sessionOf(quiz))).toBe(false)
    }
    expect(currentBlock(sessionOf(quiz)).used).toBe(2_000)
  })

  it('commits nobody to an answer when it is given up', async () => {
    const { quiz, reviews, sessions } = await startedQuiz({}, tenSeconds)
    quiz.choose('C')
    quiz.leave()
    quiz.discard()
    await settled()
    expect(reviews.events).toEqual([])
    expect([...sessions.written.values()]).toMatchObject([{ endedAt: 1_000, blocks: [{ isHandedIn: true }] }])
    expect(quiz.state.getState().place).toEqual({ kind: 'start', resumable: null })
  })

  it('can be given more time, or all there is', async () => {
    const all = await startedQuiz({}, tenSeconds)
    all.quiz.lengthen(milliseconds(5_000))
    passSeconds(all, 14)
    expect(all.quiz.state.getState().place.kind).toBe('session')
    all.quiz.lengthen(null)
    passSeconds(all, 60)
    expect(all.quiz.state.getState().place.kind).toBe('session')
  })
})

describe('a mock', () => {
  it('names the sections that the bank cannot fill, and does not begin', async () => {
    const { quiz } = quizOverFakes()
    await quiz.open()
    expect(quiz.startMock(aSmallExam(), 1)).toMatchObject({
      ok: false,
      failure: [{ session: { id: '2' }, section: { subject: 'general' }, found: 1 }],
    })
    expect(quiz.state.getState().place.kind).toBe('start')
  })

  it('waits before each block, and ends after the last', async () => {
    const { quiz, reviews } = await begunMock()
    expect(isResting(sessionOf(quiz))).toBe(true)
    quiz.proceed()
    quiz.choose('C')
    quiz.handIn()
    expect([sessionOf(quiz).block, isResting(sessionOf(quiz))]).toEqual([1, true])
    quiz.proceed()
    quiz.handIn()
    await settled()
    expect(quiz.state.getState().place).toMatchObject({ kind: 'result' })
    expect(kinds(quiz)).toEqual(['graded', 'unanswered', 'unanswered', 'unanswered'])
    expect(reviews.events).toMatchObject([{ questionId: 'law1', correct: true, confidence: null }])
  })

  it('asks no model, not even afterwards', async () => {
    const { quiz, answering } = await begunMock()
    quiz.proceed()
    quiz.choose('C')
    quiz.finish()
    const [item] = sessionOf(quiz).items
    if (item?.kind !== 'graded') throw new Error('Not graded')
    await quiz.explain(item)
    expect(answering.answers).toHaveLength(0)
    expect(quiz.state.getState().explaining).toEqual({ kind: 'idle' })
  })

  it('hands a block in again whose hand-in was cut short', async () => {
    const mock = chooseOption(goTo(chooseOption(aMock(), 'C'), 1, instant(2_000)), 'B')
    const { attempts } = handIn(mock, { now: instant(3_000), newId: idsInARow() })
    const { quiz, reviews } = quizOverFakes({ sessions: [{ ...mock, tickedAt: null }], events: attempts.slice(0, 1) })
    await quiz.open()
    quiz.resume()
    quiz.proceed()
    await settled()
    expect(kinds(quiz)).toEqual(['graded', 'graded', 'open', 'open'])
    expect(reviews.events.map((event) => event.kind === 'attempt' && event.questionId)).toEqual(['law1', 'law2'])
    expect(isResting(sessionOf(quiz))).toBe(true)
  })
})

describe('a review', () => {
  it('asks what it is given, in that order, with the key after each, and puts what was under way aside', async () => {
    const { quiz, sessions } = await startedQuiz()
    const before = sessionOf(quiz)
    const [first, second] = questions(2)
    if (first === undefined || second === undefined) throw new Error('No questions')
    quiz.startReview([])
    expect(sessionOf(quiz)).toBe(before)
    quiz.startReview([
      { question: second, bankId: 'another' },
      { question: first, bankId: 'bank' },
    ])
    await settled()
    expect(sessionOf(quiz)).toMatchObject({ mode: 'review', items: [{ bankId: 'another' }, { bankId: 'bank' }] })
    expect(sessions.written.get(before.id)).toMatchObject({ endedAt: null, tickedAt: null })
    quiz.choose('C')
    quiz.rate('mostly')
    quiz.grade()
    expect(gradedItem(quiz)).toMatchObject({ correct: true, question: { id: 'q2' } })
  })
})

describe('layouts of examinations', () => {
  it('are read when they are wanted, and again when that failed', async () => {
    let isOnline = false
    const { quiz } = quizOverFakes({
      loadLayouts: () =>
        isOnline ? Promise.resolve(aLayoutsFile([aSmallExam()])) : Promise.reject(new Error('offline')),
    })
    await quiz.openLayouts()
    expect(quiz.state.getState().layouts).toEqual({ kind: 'failed', detail: 'offline' })
    isOnline = true
    await quiz.openLayouts()
    expect(quiz.state.getState().layouts).toMatchObject({ kind: 'ready', value: { layouts: [{ id: 'small' }] } })
  })

  it('that cannot be read are said to be so', async () => {
    const { quiz } = quizOverFakes({ loadLayouts: () => Promise.resolve({ format: 'x' }) })
    await quiz.openLayouts()
    expect(quiz.state.getState().layouts.kind).toBe('failed')
  })
})

describe('the log', () => {
  it('hears of flags, also of those that were undone', async () => {
    const { quiz, reviews } = await startedQuiz()
    quiz.flag()
    quiz.choose('B')
    quiz.undo()
    quiz.undo()
    await settled()
    expect(reviews.events).toMatchObject([
      { kind: 'flag', questionId: 'q1', isFlagged: true },
      { kind: 'flag', questionId: 'q1', isFlagged: false },
    ])
    quiz.undo()
    await settled()
    expect(reviews.events).toHaveLength(2)
  })

  it('hears of grades set by hand and of the error diary, and so does what is known of the past', async () => {
    const { quiz, reviews } = await startedQuiz()
    quiz.choose('B')
    quiz.rate('certain')
    quiz.grade()
    const { attemptId } = gradedItem(quiz)
    quiz.regrade(attemptId, 'hard')
    quiz.writeDiary(attemptId, 'misread', '  Read the last line. ')
    await settled()
    expect(reviews.events).toMatchObject([
      { kind: 'attempt', id: attemptId },
      { kind: 'regrade', attemptId, grade: 'hard' },
      { kind: 'diary', attemptId, cause: 'misread', lesson: 'Read the last line.' },
    ])
    expect(quiz.state.getState().past.events).toEqual(reviews.events)
  })
})

describe('the result of an earlier session', () => {
  it('can be looked at again', async () => {
    const { quiz } = await startedQuiz()
    const { id } = sessionOf(quiz)
    quiz.finish()
    quiz.leave()
    quiz.showResult('another')
    expect(quiz.state.getState().place.kind).toBe('start')
    quiz.showResult(id)
    expect(quiz.state.getState().place).toMatchObject({ kind: 'result', session: { id } })
  })
})
