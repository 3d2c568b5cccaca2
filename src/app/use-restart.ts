import { useMemo } from 'react'
import { smallerWindow } from '#domain/models/ladder.ts'
import type { Models } from '#stores/models.ts'
import { useSelected } from '#stores/readonly-store.ts'

/** The ways on after a model stopped. */
export interface Restart {
  /** The same again. */
  readonly again: () => void
  /** The next lower rung, with its context window in tokens; null where there is none. */
  readonly smaller: { readonly contextWindow: number; readonly start: () => void } | null
}

export function useRestart(models: Models): Restart {
  const status = useSelected(models.state, (state) => state.status)
  return useMemo(() => {
    const again = (): void => void models.start()
    if (status.kind !== 'failed') return { again, smaller: null }
    const contextWindow = smallerWindow(models.wanted(), status.contextWindow, status.failure)
    if (contextWindow === null) return { again, smaller: null }
    return { again, smaller: { contextWindow, start: () => void models.load(status.modelId, contextWindow) } }
  }, [models, status])
}
