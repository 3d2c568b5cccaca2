import type { ReactNode } from 'react'
import type { TurnId } from '#domain/conversation/conversation.ts'
import type { ModelFailure } from '#domain/models/failure.ts'

/** Shows a failure with its sentence, and beside it what can be done here. */
export type RenderFailure = (failure: ModelFailure, actions?: ReactNode) => ReactNode

/** What can be done with a turn; the same object from frame to frame, so that finished turns are not drawn again. */
export interface TurnVerbs {
  readonly answerNow: () => void
  readonly continueAnswer: () => void
  readonly regenerate: () => void
  readonly editQuestion: (turn: TurnId, text: string) => void
  readonly renderFailure: RenderFailure
}
