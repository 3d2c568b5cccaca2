import { useCallback } from 'react'
import type { Models } from '#stores/models.ts'
import { embeddedModel } from './composition.ts'

/** Starts the model that was last wanted anew, or the embedded one where none was. */
export function useRestart(models: Models): () => void {
  return useCallback(() => {
    const { status, records } = models.state.getState()
    void models.load(status.kind === 'idle' ? embeddedModel(records).id : status.modelId)
  }, [models])
}
