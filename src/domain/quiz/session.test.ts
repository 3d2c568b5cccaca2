import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '#lib/time.ts'
import { optionLabels } from '../question-bank/question.ts'
import { anAttempt, anExplanation, answered, aSession, value } from '#testing/builders/quiz.ts'
import {
  chooseOption,
  confidences,
  currentItem,
  endSession,
  explainItem,
  goTo,
  gradeItem,
  isFinished,
  nextItem,
  pauseSession,
  previousItem,
  resumeSession,
  setConfidence,
  strikeOption,
  unloggedAttempts,
  withLoggedAttempts,
} from './session.ts'

const later = (ms: number) => ({ now: instant(ms), attemptId: 'a1' })

describe('a session', () => {
  it('grades by the key', () => {
    expect(answered(aSession(), 'C').attempt).toMatchObject({ correct: true, choice: 'C', answers: ['C'] })
    expect(answered(aSession(), 'B').attempt).toMatchObject({ correct: false, questionId: 'q1', sessionId: 's1' })
  })

  it('grades nothing before a choice and a confidence', () => {
    const session = aSession()
    expect(gradeItem(session, later(9))).toEqual({ ok: false, failure: 'noChoice' })
    expect(gradeItem(chooseOption(session, 'A'), later(9))).toEqual({ ok: false, failure: 'noConfidence' })
    expect(gradeItem(setConfidence(session, 'certain'), later(9))).toEqual({ ok: false, failure: 'noChoice' })
  })

  it('grades an item once', () => {
    const { session } = answered(aSession(), 'C')
    expect(gradeItem(session, later(99_000))).toEqual({ ok: false, failure: 'alreadyGraded' })
  })

  it('lets nobody change what was graded', () => {
    const { session } = answered(aSession(), 'B')
    for (const changed of [chooseOption(session, 'C'), strikeOption(session, 'A'), setConfidence(session, 'guess')]) {
      expect(changed).toEqual(session)
    }
  })

  it('takes a struck option back when it is chosen, and a choice when it is struck', () => {
    const struck = strikeOption(aSession(), 'B')
    expect(currentItem(chooseOption(struck, 'B'))).toMatchObject({ choice: 'B', struck: [] })
    expect(currentItem(strikeOption(chooseOption(struck, 'A'), 'A'))).toMatchObject({
      choice: null,
      struck: ['B', 'A'],
    })
    expect(currentItem(strikeOption(struck, 'B'))).toMatchObject({ struck: [] })
  })

  it('knows no option that the question does not have', () => {
    expect(currentItem(strikeOption(chooseOption(aSession(), 'J'), 'F'))).toMatchObject({ choice: null, struck: [] })
  })

  it('counts the time of an item only while it is shown', () => {
    let session = aSession() // shown at 1 s
    session = nextItem(session, instant(11_000)) // 10 s on the first
    session = previousItem(session, instant(111_000))
    expect(answered(session, 'C', 'mostly', instant(116_000)).attempt.tookMs).toBe(15_000)
  })

  it('does not count the time between closing and resuming', () => {
    const left = pauseSession(aSession(), instant(11_000))
    const back = resumeSession(left, instant(9_000_000))
    expect(answered(back, 'C', 'mostly', instant(9_005_000)).attempt.tookMs).toBe(15_000)
  })

  it('has no negative time when the clock was set back', () => {
    expect(answered(aSession(), 'C', 'mostly', instant(0)).attempt.tookMs).toBe(0)
  })

  it('stays where it is at its ends', () => {
    const session = aSession()
    expect(previousItem(session, instant(2))).toBe(session)
    expect(goTo(session, 3, instant(2))).toBe(session)
  })

  it('is finished when every item is graded, and ends once', () => {
    let session = aSession()
    for (let index = 0; index < 3; index += 1) {
      expect(isFinished(session)).toBe(false)
      session = nextItem(answered(session, 'C').session, instant(70_000))
    }
    expect(isFinished(session)).toBe(true)
    const ended = endSession(session, instant(80_000))
    expect(endSession(ended, instant(90_000)).endedAt).toBe(80_000)
  })

  it('keeps what a model said with the graded item, and nowhere else', () => {
    const { session } = answered(aSession(), 'C')
    const explained = explainItem(session, 'a1', anExplanation())
    expect(explained.items[0]).toMatchObject({ explanation: { ending: { kind: 'complete' } } })
    expect(explainItem(session, 'other', anExplanation())).toBe(session)
  })

  it('takes from the log an attempt that it had not kept', () => {
    const attempt = anAttempt({ sessionId: 's1', questionId: 'q2', choice: 'B', correct: false })
    const known = withLoggedAttempts(aSession(), [attempt, anAttempt({ sessionId: 'other' })])
    expect(known.items.map((item) => item.kind)).toEqual(['open', 'graded', 'open'])
    expect(known.items[1]).toMatchObject({ attemptId: 'a1', choice: 'B', correct: false })
    expect(withLoggedAttempts(known, [attempt])).toEqual(known)
  })

  it('finds the attempts that the log lacks', () => {
    const { session, attempt } = answered(aSession(), 'B')
    expect(unloggedAttempts(session, new Set())).toEqual([attempt])
    expect(unloggedAttempts(session, new Set(['a1']))).toEqual([])
  })

  it('never chooses what is struck, whatever a student does', () => {
    const deed = fc.tuple(fc.constantFrom('choose', 'strike', 'rate', 'next', 'back', 'grade'), fc.nat(5), fc.nat(3))
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        let session = aSession()
        let now = 1_000
        for (const [verb, option, sure] of deeds) {
          now += 500
          const label = optionLabels[option] ?? 'A'
          if (verb === 'choose') session = chooseOption(session, label)
          if (verb === 'strike') session = strikeOption(session, label)
          if (verb === 'rate') session = setConfidence(session, confidences[sure] ?? 'guess')
          if (verb === 'next') session = nextItem(session, instant(now))
          if (verb === 'back') session = previousItem(session, instant(now))
          const graded = gradeItem(session, { now: instant(now), attemptId: `a${now}` })
          if (verb === 'grade' && graded.ok) session = value(graded).session
          for (const item of session.items) {
            expect(item.choice === null || !item.struck.includes(item.choice)).toBe(true)
          }
          expect(session.items.filter((item) => item.kind === 'open' && item.shownSince !== null).length).toBeLessThan(
            2,
          )
        }
      }),
    )
  })
})
