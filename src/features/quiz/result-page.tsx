import type { ModelFailure } from '#domain/models/failure.ts'
import type { QuizSession } from '#domain/quiz/session.ts'
import type { QuizSummary } from '#domain/quiz/summary.ts'
import { summarise } from '#domain/quiz/summary.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Quiz } from '#stores/quiz.ts'
import type { Explaining } from '#stores/quiz-state.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import type { ReactNode, Ref } from 'react'
import { useEffect, useRef } from 'react'
import { confidenceWords, kindWords, timeWords } from './quiz-words.ts'
import styles from './result-page.module.css'
import { ReviewList } from './review-list.tsx'
import { TallyTable } from './tally-table.tsx'

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
  const graded = session.items.flatMap((item, index) => (item.kind === 'graded' ? [index] : []))
  const others = graded.filter((index) => !summary.wrongAndCertain.includes(index))
  const list = { quiz, session, explaining, renderFailure }
  return (
    <Page
      title={t('quiz.result.title')}
      actions={
        <Button variant="primary" onClick={() => quiz.leave()}>
          {t('quiz.result.again')}
        </Button>
      }
    >
      {notices}
      <Score summary={summary} ref={score} />
      {summary.wrongAndCertain.length > 0 && (
        <section className={styles['part']}>
          <h2>{t('quiz.result.wrongAndCertainTitle')}</h2>
          <Notice tone="doubt">{t('quiz.result.wrongAndCertain')}</Notice>
          <ReviewList {...list} indices={summary.wrongAndCertain} />
        </section>
      )}
      {graded.length > 0 && (
        <div className={styles['tables']}>
          <TallyTable
            caption={t('quiz.result.byKind')}
            groups={summary.byKind.map(({ kind, tally }) => ({ name: t(kindWords[kind]), tally }))}
          />
          <TallyTable
            caption={t('quiz.result.byConfidence')}
            groups={summary.byConfidence.map(({ confidence, tally }) => ({
              name: t(confidenceWords[confidence]),
              tally,
            }))}
          />
        </div>
      )}
      {others.length > 0 && (
        <section className={styles['part']}>
          <h2>{t('quiz.result.review')}</h2>
          <ReviewList {...list} indices={others} />
        </section>
      )}
    </Page>
  )
}

function Score({ summary, ref }: { readonly summary: QuizSummary; readonly ref: Ref<HTMLElement> }) {
  const { t } = useTranslate()
  const { score, interval, unanswered, medianTook } = summary
  const percent = (share: number): number => Math.round(share * 100)
  return (
    <section className={styles['score']} ref={ref} tabIndex={-1}>
      {interval === null ? (
        <p>{t('quiz.result.nothing')}</p>
      ) : (
        <>
          <p className={styles['figure']}>{t('quiz.result.score', score)}</p>
          <p className="tabular">
            {t('quiz.result.interval', { low: percent(interval.low), high: percent(interval.high) })}
          </p>
          <p className={styles['quiet']}>{t('quiz.result.intervalNote')}</p>
        </>
      )}
      {unanswered > 0 && <p>{t('quiz.result.unanswered', { count: unanswered })}</p>}
      {medianTook !== null && <p>{t('quiz.result.median', { time: timeWords(t, medianTook) })}</p>}
    </section>
  )
}
