import type { ModelFailure } from '#domain/models/failure.ts'
import { calibration } from '#domain/quiz/confidence-calibration.ts'
import type { QuizSession } from '#domain/quiz/session.ts'
import { gradedItems, summarise } from '#domain/quiz/summary.ts'
import { shareRow } from '#i18n/share-row.ts'
import { subjectName } from '#i18n/subject-name.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Quiz } from '#stores/quiz.ts'
import type { Explaining } from '#stores/quiz-state.ts'
import { Button } from '#ui/button.tsx'
import { IntervalTable } from '#ui/interval-table.tsx'
import { Page } from '#ui/page.tsx'
import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { CalibrationTable } from './calibration-table.tsx'
import { CertaintyMarks } from './certainty-marks.tsx'
import { MockVerdict } from './mock-verdict.tsx'
import { kindWords } from '../quiz-words.ts'
import styles from './result-page.module.css'
import { ReviewSection } from './review-section.tsx'
import { Score } from './score.tsx'

export interface ResultPageProps {
  readonly quiz: Quiz
  readonly session: QuizSession
  readonly explaining: Explaining
  readonly renderFailure: (failure: ModelFailure) => ReactNode
  readonly notices: ReactNode
}

export function ResultPage({ quiz, session, explaining, renderFailure, notices }: ResultPageProps) {
  const { t } = useTranslate()
  const score = useRef<HTMLElement>(null)
  useEffect(() => score.current?.focus(), [])
  const summary = summarise(session)
  const legend = t('progress.legend')
  const columns = [t('quiz.result.group'), t('progress.right'), t('progress.share')]
  const points = calibration(gradedItems(session.items))
  return (
    <Page
      title={t('quiz.result.title')}
      actions={
        <div className={styles['actions']}>
          <Button icon={<Printer aria-hidden />} variant="quiet" onClick={() => window.print()}>
            {t('quiz.result.print')}
          </Button>
          <Button variant="primary" onClick={() => quiz.leave()}>
            {t('quiz.result.again')}
          </Button>
        </div>
      }
    >
      {notices}
      <Score session={session} summary={summary} ref={score} />
      {session.layoutId !== null && <MockVerdict quiz={quiz} session={session} layoutId={session.layoutId} />}
      {summary.tally.answered > 0 && (
        <div className={styles['tables']}>
          <IntervalTable
            {...{ legend, columns, caption: t('quiz.result.bySubject') }}
            rows={summary.bySubject.flatMap(({ subject, ...counted }) =>
              shareRow(t, { key: subject, name: subjectName(t, subject) }, counted),
            )}
          />
          {summary.byKind.some(({ kind }) => kind !== 'other') && (
            <IntervalTable
              {...{ legend, columns, caption: t('quiz.result.byKind') }}
              rows={summary.byKind.flatMap(({ kind, ...counted }) =>
                shareRow(t, { key: kind, name: t(kindWords[kind]) }, counted),
              )}
            />
          )}
        </div>
      )}
      {points.length > 0 && (
        <>
          <CalibrationTable points={points} />
          <CertaintyMarks items={session.items} />
        </>
      )}
      <ReviewSection
        {...{ quiz, session, explaining, renderFailure }}
        key={session.id}
        wrongAndCertain={summary.wrongAndCertain}
      />
    </Page>
  )
}
