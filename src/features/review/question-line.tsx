import type { Question } from '#domain/question-bank/question.ts'
import { questionText } from '#domain/question-bank/question.ts'
import styles from './review.module.css'

/** The beginning of a question, by which it is known again. */
export function QuestionLine({ question }: { readonly question: Question }) {
  return (
    <p className={styles['text']} lang={question.language}>
      {questionText(question)}
    </p>
  )
}
