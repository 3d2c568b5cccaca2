import { act, fireEvent, render, screen } from '@testing-library/react'
import { QuizScreen } from '#features/quiz/quiz-screen.tsx'
import type { Language } from '#i18n/language.ts'
import { learnLaterSentences, startTranslator } from '#i18n/translator.ts'
import { settled } from '../fakes/quiz-needs.ts'
import { aBankFile } from './questions.ts'
import { quizOverFakes } from './quiz-over-fakes.ts'
import { questions } from './quiz.ts'

// For tests: the quiz screen over fakes, and a hand to use it with.

/** Makes the screen's words be of a language. */
export async function speak(language: Language): Promise<void> {
  await startTranslator(language)
  await learnLaterSentences()
}

export async function openQuizScreen(bank: unknown = aBankFile(questions(2))) {
  const all = quizOverFakes({ loadBank: () => Promise.resolve(bank) })
  render(<QuizScreen quiz={all.quiz} renderFailure={(failure) => <p>{`failure: ${failure.kind}`}</p>} />)
  await act(settled)
  return all
}

/** The same, with a session begun. Its words are English. */
export async function beginOnScreen(bank?: unknown) {
  const all = await openQuizScreen(bank)
  await click('Start')
  return all
}

export const button = (name: string | RegExp) => screen.getByRole('button', { name })
export const option = (text: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name: text })

export async function click(name: string | RegExp): Promise<void> {
  await act(async () => {
    fireEvent.click(button(name))
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
