import { act, fireEvent, render, screen } from '@testing-library/react'
import { QuizScreen } from '#features/quiz/quiz-screen.tsx'
import type { Language } from '#i18n/language.ts'
import { learnLaterSentences, startTranslator } from '#i18n/translator.ts'
import { settled } from '../fakes/quiz-needs.ts'
import { aBankFile } from './questions.ts'
import type { QuizKept } from './quiz-over-fakes.ts'
import { referenceOverFakes } from './reference.ts'
import { quizOverFakes } from './quiz-over-fakes.ts'
import { questions } from './quiz.ts'

// For tests: the quiz screen over fakes, and a hand to use it with.

/** Makes the screen's words be of a language. */
export async function speak(language: Language): Promise<void> {
  await startTranslator(language)
  await learnLaterSentences()
}

export async function openQuizScreen(bank: unknown = aBankFile(questions(2)), kept: QuizKept = {}) {
  const all = quizOverFakes({ loadBank: () => Promise.resolve(bank), ...kept })
  const looked = referenceOverFakes()
  render(
    <QuizScreen
      quiz={all.quiz}
      reference={looked.reference}
      renderFailure={(failure) => <p>{`failure: ${failure.kind}`}</p>}
    />,
  )
  await act(settled)
  return { ...all, ...looked }
}

/** The same, with a session begun. Its words are English. */
export async function beginOnScreen(bank?: unknown) {
  const all = await openQuizScreen(bank)
  await click('Start')
  return all
}

/** The same, timed: 75 seconds a question. */
export async function beginTimedOnScreen(bank?: unknown) {
  const all = await openQuizScreen(bank)
  await pick(/^Timed/)
  await click('Start')
  return all
}

export const button = (name: string | RegExp) => screen.getByRole('button', { name })
export const option = (text: RegExp | string) => screen.getByRole<HTMLInputElement>('radio', { name: text })

export async function click(name: string | RegExp): Promise<void> {
  await act(async () => {
    fireEvent.click(button(name))
    await settled()
  })
}

/** Chooses a radio button or a checkbox. */
export async function pick(name: string | RegExp, role: 'radio' | 'checkbox' = 'radio'): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByRole(role, { name }))
    await settled()
  })
}

/** Unfolds what is folded away under a line. */
export async function unfold(summary: RegExp | string): Promise<void> {
  const details = screen.getByText(summary).closest('details')
  if (details === null) throw new Error('Nothing to unfold')
  await act(async () => {
    details.open = true
    fireEvent(details, new Event('toggle'))
    await settled()
  })
}

export async function press(key: string, init: KeyboardEventInit = {}, on: Element = document.body): Promise<void> {
  await act(async () => {
    fireEvent.keyDown(on, { key, ...init })
    await settled()
  })
}

/** Grades the first item by keyboard. */
export async function grade(letter = 'b', confidence = '4'): Promise<void> {
  await press(letter)
  await press(confidence)
  await press('Enter')
}
