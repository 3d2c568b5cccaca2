import type { CalibrationPoint } from '#domain/quiz/confidence-calibration.ts'
import { calibrationRows, calibrationVerdicts } from '#i18n/calibration-words.ts'
import { useTranslate } from '#i18n/translator.ts'
import { IntervalTable } from '#ui/interval-table.tsx'
import styles from './calibration-table.module.css'

/** How often each word of confidence was right, beside how often it should be. */
export function CalibrationTable({ points }: { readonly points: readonly CalibrationPoint[] }) {
  const { t } = useTranslate()
  return (
    <section className={styles['calibration']}>
      <IntervalTable
        caption={t('quiz.calibration.title')}
        legend={t('progress.calibration.legend')}
        columns={[
          t('progress.calibration.said'),
          t('progress.right'),
          t('progress.share'),
          t('progress.calibration.meant'),
        ]}
        rows={calibrationRows(t, points)}
      />
      {calibrationVerdicts(t, points).map((verdict) => (
        <p key={verdict}>{verdict}</p>
      ))}
      <p className={styles['note']}>{t('quiz.calibration.note')}</p>
    </section>
  )
}
