import { negativeWording } from '#domain/question-bank/negative-wording.ts'
import type { Question } from '#domain/question-bank/question.ts'
import type { Ref } from 'react'
import styles from './question-sheet.module.css'

export interface QuestionSheetProps {
  readonly question: Question
  readonly ref?: Ref<HTMLElement>
}

/** The vignette and what is asked, as on the page of an exam. What turns the question round is underlined. */
export function QuestionSheet({ question, ref }: QuestionSheetProps) {
  return (
    <article className={styles['sheet']} lang={question.language} ref={ref} tabIndex={-1}>
      {question.stem !== '' && <p className={styles['stem']}>{question.stem}</p>}
      <p className={styles['leadIn']}>
        {negativeWording(question.leadIn, question.language).map((piece, index) =>
          piece.isNegative ? (
            <strong key={index} className={styles['negative']}>
              {piece.text}
            </strong>
          ) : (
            piece.text
          ),
        )}
      </p>
    </article>
  )
}
