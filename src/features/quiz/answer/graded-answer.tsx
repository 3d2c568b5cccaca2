import type { ModelFailure } from '#domain/models/failure.ts'
import type { GradedItem } from '#domain/quiz/session.ts'
import type { Quiz } from '#stores/quiz.ts'
import type { Explaining } from '#stores/quiz-state.ts'
import type { ReactNode, Ref } from 'react'
import { Lesson } from './lesson.tsx'
import { ModelReasoning } from './model-reasoning.tsx'
import { OptionRationales } from './option-rationales.tsx'
import { Verdict } from './verdict.tsx'

export interface GradedAnswerProps {
  readonly quiz: Quiz
  readonly item: GradedItem
  readonly explaining: Explaining
  readonly renderFailure: (failure: ModelFailure) => ReactNode
  readonly headingRef?: Ref<HTMLHeadingElement>
  readonly level: 2 | 3
  /** Whether a model may be asked about it. */
  readonly asksModel: boolean
}

/** What a student sees after committing, in this order: the key and its reasons first, the model last. */
export function GradedAnswer(props: GradedAnswerProps) {
  const { quiz, item, explaining, renderFailure, headingRef, level, asksModel } = props
  return (
    <>
      <Verdict item={item} level={level} {...(headingRef !== undefined && { headingRef })} />
      <OptionRationales item={item} />
      <Lesson question={item.question} level={level} />
      {asksModel && (
        <ModelReasoning
          item={item}
          explaining={explaining}
          level={level}
          renderFailure={renderFailure}
          onExplain={() => void quiz.explain(item)}
          onStop={() => quiz.stopExplaining()}
          onAnswerNow={() => quiz.answerNow()}
        />
      )}
    </>
  )
}
