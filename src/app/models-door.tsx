import type { ReactNode } from 'react'
import type { ModelFailure } from '#domain/models/failure.ts'
import { ModelsScreen } from '#features/models/models-screen.tsx'
import { browserStorageRoom } from '#platform/browser-storage-room.ts'
import type { Models } from '#stores/models.ts'
import { FailureNotice } from './failure-notice.tsx'
import type { SupplyComposition } from './supply-composition.ts'
import { useRestart } from './use-restart.ts'

/** The models screen with what it needs beyond the first visit. */
export function ModelsDoor({
  models,
  supply: { supply, machine, exporting },
  readText,
}: {
  readonly models: Models
  readonly supply: SupplyComposition
  readonly readText: (path: string) => Promise<string>
}) {
  const restart = useRestart(models)
  const renderFailure = (failure: ModelFailure): ReactNode => <FailureNotice failure={failure} restart={restart} />
  return (
    <ModelsScreen
      models={models}
      supply={supply}
      machine={machine}
      exporting={exporting}
      readText={readText}
      renderFailure={renderFailure}
      onPersist={() => void browserStorageRoom.persist().then(() => machine.look())}
    />
  )
}
