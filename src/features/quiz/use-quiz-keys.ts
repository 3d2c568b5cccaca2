import type { Quiz } from '#stores/quiz.ts'
import { use, useEffect } from 'react'
import { quizKey } from './quiz-keys.ts'
import { ShortcutsOn } from './shortcut.tsx'

/** Lets a session be worked through by keyboard while the page of a question is shown. */
export function useQuizKeys(quiz: Quiz, optionCount: number): void {
  const isOn = use(ShortcutsOn)
  useEffect(() => {
    if (!isOn) return
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const meant = quizKey(event, optionCount)
      if (meant === null) return
      event.preventDefault()
      switch (meant.kind) {
        case 'choose':
          quiz.choose(meant.label)
          break
        case 'strike':
          quiz.strike(meant.label)
          break
        case 'rate':
          quiz.rate(meant.confidence)
          break
        case 'grade':
          quiz.grade()
          break
        case 'next':
          quiz.next()
          break
        case 'previous':
          quiz.previous()
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [quiz, isOn, optionCount])
}
