import type { TrueRetention } from '#domain/memory/retention.ts'
import { markedShareRow } from '#i18n/share-row.ts'
import { useTranslate } from '#i18n/translator.ts'
import { classNames } from '#ui/class-names.ts'
import { IntervalTable } from '#ui/interval-table.tsx'
import styles from './review.module.css'

/** How much was still known of what came back, beside what the schedule had expected. */
export function RetentionSection({ retention }: { readonly retention: TrueRetention }) {
  const { t } = useTranslate()
  return (
    <section className={classNames(styles['section'], styles['screenOnly'])} aria-labelledby="review-retention">
      <h2 id="review-retention">{t('review.retention.title')}</h2>
      <Retained {...retention} />
    </section>
  )
}

function Retained({ tally, interval, expected }: TrueRetention) {
  const { t } = useTranslate()
  if (interval === null || expected === null) return <p>{t('review.retention.nothing')}</p>
  const verdict = interval.low > expected ? 'more' : interval.high < expected ? 'less' : 'asExpected'
  return (
    <>
      <IntervalTable
        caption={t('review.retention.caption')}
        legend={t('review.retention.legend')}
        columns={[
          t('review.retention.group'),
          t('review.retention.known'),
          t('review.retention.share'),
          t('review.retention.expected'),
        ]}
        rows={markedShareRow(t, { key: 'all', name: t('review.retention.row') }, { tally, interval }, expected)}
      />
      <p>{t(`review.retention.${verdict}`)}</p>
    </>
  )
}
