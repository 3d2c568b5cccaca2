import { negativeWording } from '#domain/question-bank/negative-wording.ts'
import type { Question } from '#domain/question-bank/question.ts'
import type { Highlight } from '#domain/quiz/highlights.ts'
import type { ReactNode, Ref } from 'react'
import { Fragment } from 'react'
import { useTermed } from '../aids/terms.tsx'
import { MarkedText } from './marked-text.tsx'
import styles from './question-sheet.module.css'

export interface QuestionSheetProps {
  readonly question: Question
  /** A student's marks in the stem. */
  readonly marks?: readonly Highlight[]
  /** The stem where marks can be made in it. */
  readonly stem?: ReactNode
  readonly ref?: Ref<HTMLElement>
}

/** The vignette and what is asked, as on the page of an exam. What turns the question round is underlined. */
export function QuestionSheet({ question, marks = [], stem, ref }: QuestionSheetProps) {
  const { group } = question
  const leadIn = negativeWording(question.leadIn, question.language)
  const termed = useTermed(leadIn.map((piece) => piece.text))
  return (
    <article className={styles['sheet']} lang={question.language} ref={ref} tabIndex={-1}>
      {group !== null && group.theme !== '' && <p className={styles['theme']}>{group.theme}</p>}
      {question.stem !== '' &&
        (stem ?? (
          <p className={styles['stem']}>
            <MarkedText text={question.stem} marks={marks} />
          </p>
        ))}
      <p className={styles['leadIn']}>
        {leadIn.map((piece, index) =>
          piece.isNegative ? (
            <strong key={index} className={styles['negative']}>
              {termed[index]}
            </strong>
          ) : (
            <Fragment key={index}>{termed[index]}</Fragment>
          ),
        )}
      </p>
    </article>
  )
}
