import { dayMs } from '#lib/local-day.ts'
import { formatDay } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import { percent } from '#lib/percent.ts'
import type { MemoryView } from '#stores/memory-state.ts'
import { BarChart } from '#ui/bar-chart.tsx'
import styles from './progress.module.css'

/** How much is in the schedule, how much of it was still known, and what it will ask. */
export function MemorySection({ view }: { readonly view: MemoryView }) {
  const { t, language } = useTranslate()
  const { known, forecast, today } = view
  const within = (days: number): number => forecast.slice(0, days).reduce((sum, count) => sum + count, 0)
  const ahead = t('progress.memory.ahead', { today: within(1), week: within(7), month: within(30) })
  return (
    <section className={styles['section']} aria-labelledby="progress-memory">
      <h2 id="progress-memory">{t('progress.memory.title')}</h2>
      <p>{t('progress.memory.known', { count: known })}</p>
      <Retained view={view} />
      <p>{ahead}</p>
      <BarChart
        caption={t('progress.memory.caption')}
        summary={ahead}
        scale={t('progress.memory.scale', { count: Math.max(...forecast) })}
        bars={forecast.map((value, index) => ({ name: formatDay((today + index) * dayMs, language), value }))}
        tableLabel={t('progress.table')}
        columns={{ name: t('progress.days.day'), value: t('progress.memory.count') }}
      />
    </section>
  )
}

function Retained({ view }: { readonly view: MemoryView }) {
  const { t } = useTranslate()
  const { tally, interval, expected } = view.retention
  if (interval === null || expected === null) return <p>{t('progress.memory.noRetention')}</p>
  return (
    <p>
      {t('progress.memory.retention', {
        ...{ ...tally, share: percent(tally.right / tally.answered), expected: percent(expected) },
        ...{ low: percent(interval.low), high: percent(interval.high) },
      })}
    </p>
  )
}
