import type { CalibrationPoint } from '#domain/quiz/confidence-calibration.ts'
import { calibrationRows, calibrationVerdicts } from '#i18n/calibration-words.ts'
import { useTranslate } from '#i18n/translator.ts'
import { IntervalTable } from '#ui/interval-table.tsx'
import styles from './progress.module.css'

/** Whether a student is right as often as they say to be sure. */
export function CalibrationSection({ points }: { readonly points: readonly CalibrationPoint[] }) {
  const { t } = useTranslate()
  return (
    <section className={styles['section']} aria-labelledby="progress-calibration">
      <h2 id="progress-calibration">{t('progress.calibration.title')}</h2>
      {points.length === 0 ? (
        <p>{t('progress.calibration.nothing')}</p>
      ) : (
        <>
          <IntervalTable
            caption={t('progress.calibration.caption')}
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
        </>
      )}
    </section>
  )
}
