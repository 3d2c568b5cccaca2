import { dayMs } from '#lib/local-day.ts'
import type { DayOfPractice } from '#domain/memory/practice.ts'
import { formatDay } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import { BarChart } from '#ui/bar-chart.tsx'
import styles from './progress.module.css'

export interface DaysSectionProps {
  readonly days: readonly DayOfPractice[]
  readonly streak: number
}

export function DaysSection({ days, streak }: DaysSectionProps) {
  const { t, language } = useTranslate()
  const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)
  return (
    <section className={styles['section']} aria-labelledby="progress-days">
      <h2 id="progress-days">{t('progress.days.title')}</h2>
      <p>{streak === 0 ? t('progress.days.noStreak') : t('progress.days.streak', { count: streak })}</p>
      <BarChart
        caption={t('progress.days.caption')}
        summary={t('progress.days.summary', {
          answered: sum(days.map(({ tally }) => tally.answered)),
          right: sum(days.map(({ tally }) => tally.right)),
          days: days.filter(({ tally }) => tally.answered > 0).length,
        })}
        scale={t('progress.days.scale', { count: Math.max(...days.map(({ tally }) => tally.answered)) })}
        bars={days.map(({ day, tally }) => ({
          ...{ name: formatDay(day * dayMs, language), value: tally.answered, part: tally.right },
        }))}
        tableLabel={t('progress.table')}
        columns={{ name: t('progress.days.day'), value: t('progress.days.answered'), part: t('progress.right') }}
      />
    </section>
  )
}
