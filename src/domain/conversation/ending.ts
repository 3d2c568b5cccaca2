import type { ModelFailure } from '../models/failure.ts'

/**
 * How an answer ended. `stopped` is the student's wish and `interrupted` a page that was closed; neither is a failure.
 * `lengthReached` (the limit set for one answer) and `contextFull` can be told apart, since only the former can go on.
 */
export type Ending =
  | { readonly kind: 'complete' | 'lengthReached' | 'contextFull' | 'stopped' | 'interrupted' }
  | { readonly kind: 'failed'; readonly failure: ModelFailure }

/** Endings after which the same answer can be continued from its last word. */
export function canContinue(ending: Ending): boolean {
  return ending.kind !== 'complete' && ending.kind !== 'contextFull'
}
