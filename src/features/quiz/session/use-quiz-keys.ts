import type { QuizSession } from '#domain/quiz/session.ts'
import { asksConfidence, currentItem, showsKeyAtOnce } from '#domain/quiz/session.ts'
import { isResting } from '#domain/quiz/session-time.ts'
import type { Quiz } from '#stores/quiz.ts'
import { use, useEffect, useEffectEvent } from 'react'
import type { QuizKey } from './quiz-keys.ts'
import { quizKey } from './quiz-keys.ts'
import { ShortcutsOn } from '../shortcut.tsx'

/** Lets a session be worked through by keyboard while the page of a question is shown. Nothing happens under a cover. */
export function useQuizKeys(quiz: Quiz, session: QuizSession, onHighlight: () => void): void {
  const isOn = use(ShortcutsOn) && !isResting(session)
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented) return
    const meant = quizKey(event, currentItem(session).question.options.length)
    if (meant === null) return
    event.preventDefault()
    obey(quiz, session, meant, onHighlight)
  })
  useEffect(() => {
    if (!isOn) return
    const listen = (event: KeyboardEvent): void => onKeyDown(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [isOn])
}

function obey(quiz: Quiz, session: QuizSession, meant: QuizKey, onHighlight: () => void): void {
  switch (meant.kind) {
    case 'choose':
    case 'strike':
      quiz[meant.kind](meant.label)
      break
    case 'rate':
      if (asksConfidence(session)) quiz.rate(meant.confidence)
      break
    case 'commit':
      if (showsKeyAtOnce(session)) quiz.grade()
      else quiz.next()
      break
    case 'highlight':
      onHighlight()
      break
    case 'next':
    case 'previous':
    case 'flag':
    case 'undo':
      quiz[meant.kind]()
  }
}
