import type { Question } from '#domain/question-bank/question.ts'
import { questionText } from '#domain/question-bank/question.ts'
import { subjectName } from '#i18n/subject-name.ts'
import { useTranslate } from '#i18n/translator.ts'
import styles from './bank-browser.module.css'

/** In characters; no row is wider. */
const shownText = 160

export function QuestionRow({ question }: { readonly question: Question }) {
  const { t } = useTranslate()
  return (
    <>
      <span className={styles['line']} lang={question.language}>
        {questionText(question).slice(0, shownText)}
      </span>
      <span className={styles['meta']}>
        {[subjectName(t, question.subject), ...question.tags, question.id].join(' · ')}
      </span>
    </>
  )
}
