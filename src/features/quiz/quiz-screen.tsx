import type { ModelFailure } from '#domain/models/failure.ts'
import type { Quiz } from '#stores/quiz.ts'
import { selectExplaining, selectPlace } from '#stores/quiz-state.ts'
import { useSelected } from '#stores/readonly-store.ts'
import type { Reference } from '#stores/reference.ts'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { firstAids } from './aids/aids-open.ts'
import { KeepingNotice } from './keeping-notice.tsx'
import { QuestionPage } from './session/question-page.tsx'
import type { SheetSize } from './session/sheet-size-buttons.tsx'
import { ResultPage } from './result/result-page.tsx'
import { ShortcutsOn } from './shortcut.tsx'
import { StartPage } from './start/start-page.tsx'

export interface QuizScreenProps {
  readonly quiz: Quiz
  readonly reference: Reference
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

function Place({ quiz, reference, renderFailure }: Omit<QuizScreenProps, 'shortcuts'>) {
  const place = useSelected(quiz.state, selectPlace)
  const [aids, setAids] = useState(firstAids)
  const [size, setSize] = useState<SheetSize>('normal')
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
          size={size}
          onSize={setSize}
          reference={reference}
          aids={aids}
          onAids={setAids}
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
