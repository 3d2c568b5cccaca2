import type { Question } from '#domain/question-bank/question.ts'
import { subjectName } from '#i18n/subject-name.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Notice } from '#ui/notice.tsx'
import styles from './lesson.module.css'

export interface LessonProps {
  readonly question: Question
  readonly level: 2 | 3
}

/** What the bank wants remembered, how sure it is of its key, and where the question comes from. */
export function Lesson({ question, level }: LessonProps) {
  const { t } = useTranslate()
  const Heading = `h${level}` as const
  const { source, keyStatus } = question
  return (
    <section className={styles['lesson']}>
      {keyStatus !== 'final' && (
        <Notice tone="doubt">
          {t(keyStatus === 'provisional' ? 'quiz.feedback.provisional' : 'quiz.feedback.disputed')}
        </Notice>
      )}
      {question.objective !== '' && (
        <>
          <Heading>{t('quiz.feedback.objective')}</Heading>
          <p lang={question.language}>{question.objective}</p>
        </>
      )}
      <p className={styles['source']}>
        {t('quiz.feedback.source')}: {subjectName(t, question.subject)} · {source.note}{' '}
        {source.reviewedAt === null
          ? t('quiz.feedback.notReviewed')
          : t('quiz.feedback.reviewed', { date: source.reviewedAt })}
      </p>
    </section>
  )
}
