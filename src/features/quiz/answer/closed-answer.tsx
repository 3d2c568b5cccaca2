import type { ModelFailure } from '#domain/models/failure.ts'
import type { GradedItem, SessionMode, UnansweredItem } from '#domain/quiz/session.ts'
import { allowsModel } from '#domain/quiz/session.ts'
import type { Quiz } from '#stores/quiz.ts'
import type { Explaining } from '#stores/quiz-state.ts'
import type { ReactNode, Ref } from 'react'
import { GradedAnswer } from './graded-answer.tsx'
import { UnansweredAnswer } from './unanswered-answer.tsx'

export interface ClosedAnswerProps {
  readonly quiz: Quiz
  readonly mode: SessionMode
  readonly item: GradedItem | UnansweredItem
  readonly explaining: Explaining
  readonly renderFailure: (failure: ModelFailure) => ReactNode
  readonly headingRef?: Ref<HTMLHeadingElement>
  /** 3 where the question itself stands under a heading of level 2. */
  readonly level: 2 | 3
}

/** What is shown of an item whose key may be seen, with or without an answer to it. */
export function ClosedAnswer({ mode, item, ...rest }: ClosedAnswerProps) {
  return item.kind === 'graded' ? (
    <GradedAnswer {...rest} item={item} asksModel={allowsModel({ mode })} />
  ) : (
    <UnansweredAnswer item={item} level={rest.level} />
  )
}
