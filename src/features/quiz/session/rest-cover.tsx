import type { QuizSession } from '#domain/quiz/session.ts'
import { currentBlock } from '#domain/quiz/session.ts'
import { timeLeft } from '#domain/quiz/session-time.ts'
import { formatDuration } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Quiz } from '#stores/quiz.ts'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { useEffect, useRef, useState } from 'react'
import { clockFace } from '../quiz-words.ts'
import styles from './rest-cover.module.css'

export interface RestCoverProps {
  readonly quiz: Quiz
  readonly session: QuizSession
}

/** Stands in the place of the question while the time rests: before a block is begun, and during a pause. */
export function RestCover({ quiz, session }: RestCoverProps) {
  const { t, language } = useTranslate()
  const [asksToEnd, setAsksToEnd] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [session.block])
  const block = currentBlock(session)
  const isNew = block.used === 0
  const left = timeLeft(block)
  const name = block.name?.[language] ?? null
  const go = isNew ? (name === null ? t('quiz.cover.begin') : t('quiz.cover.beginNamed', { name })) : t('quiz.cover.go')
  return (
    <section className={styles['cover']}>
      <h2 ref={heading} tabIndex={-1}>
        {isNew ? (name ?? t('quiz.cover.ready')) : t('quiz.cover.paused')}
      </h2>
      <p className="tabular">
        {t('quiz.cover.items', { count: block.count })}
        {' · '}
        {left === null
          ? t('quiz.cover.endless')
          : isNew
            ? t('quiz.cover.allowed', { time: formatDuration(left, language) })
            : t('quiz.timer.left', { time: clockFace(left) })}
      </p>
      <p className={styles['quiet']}>{t(isNew ? 'quiz.cover.newNote' : 'quiz.cover.pausedNote')}</p>
      {session.block > 0 && isNew && <p className={styles['quiet']}>{t('quiz.cover.closedNote')}</p>}
      <div className={styles['actions']}>
        <Button variant="primary" onClick={() => quiz.proceed()}>
          {go}
        </Button>
        <Button variant="quiet" onClick={() => quiz.leave()}>
          {t('quiz.question.leave')}
        </Button>
        {session.block > 0 && (
          <Button variant="quiet" aria-haspopup="dialog" onClick={() => setAsksToEnd(true)}>
            {t('quiz.cover.end')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asksToEnd}
        title={t('quiz.cover.end')}
        confirmLabel={t('quiz.finish.confirm')}
        closeLabel={t('common.close')}
        onClose={() => setAsksToEnd(false)}
        onConfirm={() => quiz.finish()}
      >
        <p>{t('quiz.cover.endNote')}</p>
      </ConfirmDialog>
    </section>
  )
}
