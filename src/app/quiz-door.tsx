import { useCallback } from 'react'
import type { ModelFailure } from '#domain/models/failure.ts'
import { useSelected } from '#stores/readonly-store.ts'
import type { Composition } from './composition.ts'
import { FailureNotice } from './failure-notice.tsx'
import { lazyScreen } from './lazy-screen.ts'
import { StartModel } from './start-model.tsx'
import { useRestart } from './use-restart.ts'

const QuizScreen = lazyScreen(async () => (await import('#features/quiz/quiz-screen.tsx')).QuizScreen)

export function QuizDoor({ stores }: { readonly stores: Composition }) {
  const restart = useRestart(stores.models)
  const shortcuts = useSelected(stores.settings.state, (state) => state.settings.quizShortcuts)
  const renderFailure = useCallback(
    (failure: ModelFailure) =>
      failure.kind === 'notLoaded' ? (
        <StartModel models={stores.models} />
      ) : (
        <FailureNotice failure={failure} restart={restart} />
      ),
    [restart, stores.models],
  )
  return (
    <QuizScreen quiz={stores.quiz} reference={stores.reference} renderFailure={renderFailure} shortcuts={shortcuts} />
  )
}
