import type { LoadProgress } from '#domain/models/load-progress.ts'

/**
 * WebLLM counts from 0 to 1 once for the weights and again for the shaders; only the prose of its reports tells them
 * apart (0.2.86). The files themselves are fetched before WebLLM starts, so its own fetching is never seen here.
 */
export function readProgress(text: string, progress: number, repaired: readonly string[]): LoadProgress | null {
  const done = Math.round(progress * 1000)
  if (text.startsWith('Loading model from cache')) return { stage: 'uploading', done, total: 1000, repaired }
  if (text.startsWith('Loading GPU shader modules')) return { stage: 'compiling', done, total: 1000, repaired }
  return null
}
