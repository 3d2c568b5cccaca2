import type { ModelFailure } from '#domain/models/failure.ts'
import type { Quiz } from '#stores/quiz.ts'
import { selectExplaining, selectPlace } from '#stores/quiz-state.ts'
import { useSelected } from '#stores/readonly-store.ts'
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { KeepingNotice } from './keeping-notice.tsx'
import { QuestionPage } from './question-page.tsx'
import { ResultPage } from './result-page.tsx'
import { ShortcutsOn } from './shortcut.tsx'
import { StartPage } from './start-page.tsx'

export interface QuizScreenProps {
  readonly quiz: Quiz
  /** Says how a model failed and what can be done about it. */
  readonly renderFailure: (failure: ModelFailure) => ReactNode
  /** Whether single keys choose, grade and move on. */
  readonly shortcuts?: boolean
}

/** Practising questions, from choosing them to the result. Where in it a student is, is state and not an address. */
export function QuizScreen({ shortcuts = true, ...props }: QuizScreenProps) {
  return (
    <ShortcutsOn value={shortcuts}>
      <Place {...props} />
    </ShortcutsOn>
  )
}

function Place({ quiz, renderFailure }: Omit<QuizScreenProps, 'shortcuts'>) {
  const place = useSelected(quiz.state, selectPlace)
  const explaining = useSelected(quiz.state, selectExplaining)
  useEffect(() => {
    void quiz.open()
    quiz.lookBack()
    return () => quiz.lookAway()
  }, [quiz])
  const keeping = <KeepingNotice quiz={quiz} />
  switch (place.kind) {
    case 'start':
      return <StartPage quiz={quiz} resumable={place.resumable} notices={keeping} />
    case 'session':
      return (
        <QuestionPage
          quiz={quiz}
          session={place.session}
          explaining={explaining}
          renderFailure={renderFailure}
          notices={keeping}
        />
      )
    case 'result':
      return (
        <ResultPage
          quiz={quiz}
          session={place.session}
          explaining={explaining}
          renderFailure={renderFailure}
          notices={keeping}
        />
      )
  }
}
