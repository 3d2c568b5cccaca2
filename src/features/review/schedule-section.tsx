import { dayMs } from '#lib/local-day.ts'
import { retentionBounds } from '#domain/settings/settings.ts'
import { formatDay } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import { percent } from '#lib/percent.ts'
import type { MemoryStore } from '#stores/memory.ts'
import type { MemoryView } from '#stores/memory-state.ts'
import { BarChart } from '#ui/bar-chart.tsx'
import { classNames } from '#ui/class-names.ts'
import { NumberField } from '#ui/number-field.tsx'
import styles from './review.module.css'

/** How many questions come due, and the wish that this follows from. */
export function ScheduleSection({ memory, view }: { readonly memory: MemoryStore; readonly view: MemoryView }) {
  const { t, language } = useTranslate()
  const { forecast, today, desiredRetention } = view
  const within = (days: number): number => forecast.slice(0, days).reduce((sum, count) => sum + count, 0)
  return (
    <section className={classNames(styles['section'], styles['screenOnly'])} aria-labelledby="review-ahead">
      <h2 id="review-ahead">{t('review.schedule.title')}</h2>
      <BarChart
        caption={t('review.schedule.caption')}
        summary={t('review.schedule.summary', { today: within(1), week: within(7), month: within(30) })}
        scale={t('review.schedule.scale', { count: Math.max(...forecast) })}
        bars={forecast.map((value, index) => ({ name: formatDay((today + index) * dayMs, language), value }))}
        tableLabel={t('review.schedule.table')}
        columns={{ name: t('review.schedule.day'), value: t('review.schedule.count') }}
      />
      <NumberField
        label={t('review.schedule.wish')}
        value={percent(desiredRetention)}
        min={percent(retentionBounds.least)}
        max={percent(retentionBounds.most)}
        unit={t('review.schedule.percent')}
        onChange={(value) => {
          if (value !== null) memory.wishRetention(value / 100)
        }}
      />
      <p className={styles['quiet']}>{t('review.schedule.wishDetail')}</p>
    </section>
  )
}
