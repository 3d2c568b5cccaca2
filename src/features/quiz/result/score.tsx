import type { QuizSession } from '#domain/quiz/session.ts'
import { showsKeyAtOnce } from '#domain/quiz/session.ts'
import { isTimeUp } from '#domain/quiz/session-time.ts'
import type { QuizSummary } from '#domain/quiz/summary.ts'
import { useTranslate } from '#i18n/translator.ts'
import { percent } from '#lib/percent.ts'
import { milliseconds } from '#lib/time.ts'
import { Notice } from '#ui/notice.tsx'
import type { Ref } from 'react'
import { timeWords } from '../quiz-words.ts'
import styles from './score.module.css'

export interface ScoreProps {
  readonly session: QuizSession
  readonly summary: QuizSummary
  readonly ref: Ref<HTMLElement>
}

/** From so many items on, nobody is told that they were few. */
const fewItems = 100

/** How much was right, how sure that is, and how long it took. */
export function Score({ session, summary, ref }: ScoreProps) {
  const { t, language } = useTranslate()
  const { tally, interval, unanswered, medianTook } = summary
  const used = milliseconds(session.blocks.reduce((sum, block) => sum + block.used, 0))
  const cutOff = session.blocks.filter(isTimeUp)
  return (
    <section className={styles['score']} ref={ref} tabIndex={-1}>
      {interval === null ? (
        <p>{t('quiz.result.nothing')}</p>
      ) : (
        <>
          <p className={styles['figure']}>{t('quiz.result.score', tally)}</p>
          <p className="tabular">
            {t('quiz.result.interval', { low: percent(interval.low), high: percent(interval.high) })}
          </p>
          {tally.answered < fewItems && <p className={styles['quiet']}>{t('quiz.result.intervalNote')}</p>}
        </>
      )}
      {unanswered > 0 && (
        <p>
          {t(showsKeyAtOnce(session) ? 'quiz.result.unanswered' : 'quiz.result.unansweredWrong', { count: unanswered })}
        </p>
      )}
      {medianTook !== null && (
        <p>
          {t('quiz.result.used', { time: timeWords(t, used) })}{' '}
          {t('quiz.result.median', { time: timeWords(t, medianTook) })}
        </p>
      )}
      {cutOff.map(({ name, first }) => (
        <Notice key={first} tone="info">
          {name === null ? t('quiz.result.timeUp') : t('quiz.result.timeUpIn', { name: name[language] })}
        </Notice>
      ))}
    </section>
  )
}
