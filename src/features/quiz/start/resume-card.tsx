import type { QuizSession } from '#domain/quiz/session.ts'
import { answeredCount, showsKeyAtOnce } from '#domain/quiz/session.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Quiz } from '#stores/quiz.ts'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { useState } from 'react'
import styles from './resume-card.module.css'

export interface ResumeCardProps {
  readonly quiz: Quiz
  readonly session: QuizSession
}

/** The session that was left in the middle. Giving up asks first where answers would be lost by it. */
export function ResumeCard({ quiz, session }: ResumeCardProps) {
  const { t } = useTranslate()
  const [asksToDiscard, setAsksToDiscard] = useState(false)
  const answered = answeredCount(session)
  const losesAnswers = !showsKeyAtOnce(session) && answered > 0
  return (
    <section className={styles['resume']}>
      <div>
        <h2>{t('quiz.resume.title')}</h2>
        <p>{t('quiz.resume.progress', { answered, count: session.items.length })}</p>
      </div>
      <div className={styles['actions']}>
        <Button variant="primary" onClick={() => quiz.resume()}>
          {t('quiz.resume.go')}
        </Button>
        <Button variant="quiet" onClick={() => (losesAnswers ? setAsksToDiscard(true) : quiz.discard())}>
          {t('quiz.resume.discard')}
        </Button>
      </div>
      <ConfirmDialog
        open={asksToDiscard}
        title={t('quiz.resume.discardTitle')}
        confirmLabel={t('quiz.resume.discardConfirm')}
        closeLabel={t('common.close')}
        onClose={() => setAsksToDiscard(false)}
        onConfirm={() => quiz.discard()}
      >
        <p>{t('quiz.resume.discardNote')}</p>
      </ConfirmDialog>
    </section>
  )
}
