import type { ModelFailure } from '#domain/models/failure.ts'
import type { QuizItem, SessionMode } from '#domain/quiz/session.ts'
import { showsKeyAtOnce } from '#domain/quiz/session.ts'
import type { Quiz } from '#stores/quiz.ts'
import type { Explaining } from '#stores/quiz-state.ts'
import { classNames } from '#ui/class-names.ts'
import type { ReactNode, RefObject } from 'react'
import { memo, useEffect, useRef, useState } from 'react'
import { Announcer } from '../answer/announcer.tsx'
import { ClosedAnswer } from '../answer/closed-answer.tsx'
import { QuestionSheet } from '../answer/question-sheet.tsx'
import { MarkedStem } from './marked-stem.tsx'
import { OpenAnswer } from './open-answer.tsx'
import styles from './question-item.module.css'
import { SentenceMarks } from './sentence-marks.tsx'
import type { SheetSize } from './sheet-size-buttons.tsx'

export interface QuestionItemProps {
  readonly quiz: Quiz
  readonly item: QuizItem
  readonly mode: SessionMode
  readonly explaining: Explaining
  readonly renderFailure: (failure: ModelFailure) => ReactNode
  readonly size: SheetSize
  readonly stem: RefObject<HTMLParagraphElement | null>
}

/**
 * The question that is turned to, and below it either its answer in the making or what came of it. Of a graded one a second
 * that passes changes nothing: a long trace is not drawn anew with each.
 */
export const QuestionItem = memo(function QuestionItem(props: QuestionItemProps) {
  const { quiz, item, mode, explaining, renderFailure, size, stem } = props
  const { question, work } = item
  const { sheet, verdict } = useReadingPlace(item.kind)
  return (
    <div className={classNames(styles['item'], styles[size])}>
      <QuestionSheet
        question={question}
        ref={sheet}
        stem={
          <MarkedStem
            text={question.stem}
            marks={work.highlights}
            ref={stem}
            onUnmark={(mark) => quiz.highlight(mark)}
          />
        }
      />
      {question.stem !== '' && (
        <SentenceMarks question={question} marks={work.highlights} onToggle={(sentence) => quiz.highlight(sentence)} />
      )}
      {item.kind === 'open' ? (
        <OpenAnswer quiz={quiz} item={item} mode={mode} />
      ) : (
        showsKeyAtOnce({ mode }) && (
          <ClosedAnswer {...{ quiz, mode, item, explaining, renderFailure }} level={2} headingRef={verdict} />
        )
      )}
      <Announcer item={item} explaining={explaining} />
    </div>
  )
})

/** Where reading goes on: at the question when it is turned to, at the verdict when it was graded. */
function useReadingPlace(kind: QuizItem['kind']) {
  const sheet = useRef<HTMLElement>(null)
  const verdict = useRef<HTMLHeadingElement>(null)
  const [first] = useState(kind)
  useEffect(() => sheet.current?.focus(), [])
  useEffect(() => {
    if (kind !== first) verdict.current?.focus()
  }, [kind, first])
  return { sheet, verdict }
}
