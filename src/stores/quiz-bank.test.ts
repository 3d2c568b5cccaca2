import { describe, expect, it } from 'vitest'
import type { StorageFailure } from '#storage/archive-port.ts'
import type { Result } from '#lib/result.ts'
import { succeed } from '#lib/result.ts'
import type { QuestionBank } from '#domain/question-bank/question.ts'
import { aBank } from '#testing/builders/questions.ts'
import { questions } from '#testing/builders/quiz.ts'
import { quizOverFakes } from '#testing/builders/quiz-over-fakes.ts'

type Read = Result<QuestionBank, StorageFailure>

const kept = (id: string, count: number): Read => succeed({ ...aBank(questions(count)), id })

/** A quiz whose kept banks are read when the test says so; `asked` has their ids. */
function quizOfKept() {
  const asked: string[] = []
  const answers: ((read: Read) => void)[] = []
  const all = quizOverFakes({
    readBank: (id) => {
      asked.push(id)
      return new Promise((resolve) => answers.push(resolve))
    },
  })
  const shown = () => {
    const { bank } = all.quiz.state.getState()
    return bank.kind === 'ready' ? [bank.bank.id, bank.bank.questions.length] : bank.kind
  }
  return { ...all, asked, answers, shown }
}

describe('the bank that is practised with', () => {
  it('is the one that was turned to before anything was read', async () => {
    const { quiz, answers, shown } = quizOfKept()
    await quiz.useBank('mine')
    const opening = quiz.open()
    answers[0]?.(kept('mine', 2))
    await opening
    expect(shown()).toEqual(['mine', 2])
  })

  it('is followed by its id: a copy that was changed takes its place, and it is shown until then', async () => {
    const { quiz, asked, answers, shown } = quizOfKept()
    await quiz.open()
    const using = quiz.useBank('mine')
    expect(shown()).toBe('loading')
    answers[0]?.(kept('mine', 2))
    await using
    const following = quiz.followBank('mine')
    expect(shown()).toEqual(['mine', 2])
    answers[1]?.(kept('mine', 3))
    await following
    expect(shown()).toEqual(['mine', 3])
    expect(asked).toEqual(['mine', 'mine'])
  })

  it('is not read again because of another one, nor is the one that comes with the app', async () => {
    const { quiz, asked, shown } = quizOfKept()
    await quiz.open()
    await quiz.followBank('mine')
    await quiz.useBank(null)
    expect(asked).toEqual([])
    expect(shown()).toEqual(['bank', 3])
  })

  it('is the last one that was asked for, whichever comes first', async () => {
    const { quiz, answers, shown } = quizOfKept()
    await quiz.open()
    const both = [quiz.useBank('slow'), quiz.useBank('quick')]
    answers[1]?.(kept('quick', 2))
    answers[0]?.(kept('slow', 1))
    await Promise.all(both)
    expect(shown()).toEqual(['quick', 2])
  })
})

describe('what is due of it', () => {
  it('is looked up for the bank at hand, and forgotten with it', async () => {
    const { quiz } = quizOverFakes({
      findDue: ({ questions: all }) => Promise.resolve(new Set(all.slice(0, 1).map(({ id }) => id))),
      readBank: (id) => Promise.resolve(kept(id, 2)),
    })
    await quiz.open()
    await quiz.lookForDue()
    expect(quiz.state.getState().due).toEqual(new Set(['q1']))
    await quiz.useBank('mine')
    expect(quiz.state.getState().due).toEqual(new Set())
  })

  it('is nothing where the schedule cannot be had', async () => {
    const { quiz } = quizOverFakes({ findDue: () => Promise.reject(new Error('offline')) })
    await quiz.open()
    await quiz.lookForDue()
    expect(quiz.state.getState().due).toEqual(new Set())
  })
})
