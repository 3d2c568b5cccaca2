import { describe, expect, it } from 'vitest'
import { aDiaryEntry, answersOn } from '#testing/builders/memory.ts'
import { errorDiary } from './error-diary.ts'

const wrong = { correct: false, choice: 'B' } as const

describe('the error diary', () => {
  it('has a line for each question that was answered wrong, the newest first', () => {
    const events = answersOn(
      [0, { ...wrong, questionId: 'q1' }],
      [1, { questionId: 'q2' }],
      [2, { ...wrong, questionId: 'q3' }],
    )
    expect(errorDiary(events).map(({ key, cause, lesson }) => [key, cause, lesson])).toEqual([
      ['bank/q3', null, ''],
      ['bank/q1', null, ''],
    ])
  })

  it('says how often it was wrong, by its last wrong answer, and whether it was mended since', () => {
    const events = answersOn([0, wrong], [1, wrong], [2], [2, { ...wrong, questionId: 'q2' }])
    expect(errorDiary(events)).toMatchObject([
      { key: 'bank/q2', timesWrong: 1, isMended: false },
      { key: 'bank/q1', timesWrong: 2, isMended: true, attempt: { id: 'a2' } },
    ])
  })

  it('has what was written last about an answer', () => {
    const events = [
      ...answersOn([0, wrong]),
      aDiaryEntry('a1', { cause: 'misread', lesson: 'Read the ages.' }),
      aDiaryEntry('a1', { cause: 'knowledgeGap', lesson: 'Ages differ.' }),
    ]
    expect(errorDiary(events)).toMatchObject([{ cause: 'knowledgeGap', lesson: 'Ages differ.' }])
  })

  it('keeps a lesson when the question is answered wrong again, until another one is written', () => {
    const events = [...answersOn([0, wrong], [5, wrong]), aDiaryEntry('a1', { lesson: 'Old.' })]
    expect(errorDiary(events)).toMatchObject([{ attempt: { id: 'a2' }, lesson: 'Old.' }])
    expect(errorDiary([...events, aDiaryEntry('a2', { lesson: 'New.' })])).toMatchObject([{ lesson: 'New.' }])
  })

  it('takes a lucky guess that was written about, until that is taken back', () => {
    const events = [...answersOn([0, { confidence: 'guess' }]), aDiaryEntry('a1', { cause: 'guess' })]
    expect(errorDiary(events)).toMatchObject([{ cause: 'guess', timesWrong: 0, isMended: true }])
    expect(errorDiary([...events, aDiaryEntry('a1')])).toEqual([])
  })

  it('counts an attempt once that two pages have logged', () => {
    const events = answersOn([0, wrong])
    expect(errorDiary([...events, ...events])).toMatchObject([{ timesWrong: 1 }])
  })
})
