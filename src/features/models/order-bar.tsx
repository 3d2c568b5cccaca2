import type { SupplyProgress } from '#domain/models/supply-progress.ts'
import { formatBytes, formatNumber } from '#i18n/format.ts'
import type { Translate } from '#i18n/translator.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import styles from './models-screen.module.css'

/** How far a model is on its way here: bytes, speed, time left, or what is waited for; and a stop that stops. */
export function OrderBar({
  name,
  progress,
  onStop,
}: {
  readonly name: string
  readonly progress: SupplyProgress
  readonly onStop: () => void
}) {
  const { t, language } = useTranslate()
  const { stage, doneBytes, totalBytes, bytesPerSecond, secondsLeft, waiting } = progress
  const bytes = (count: number): string => formatBytes(count, language)
  const isCounted = stage === 'fetching' && totalBytes > 0
  const details = [
    t(`supply.stage.${stage}`),
    ...(isCounted ? [t('models.bytes', { done: bytes(doneBytes), total: bytes(totalBytes) })] : []),
    ...(waiting === null && isCounted && bytesPerSecond !== null
      ? [t('supply.speed', { size: bytes(bytesPerSecond) })]
      : []),
    ...(waiting === null && isCounted && secondsLeft !== null ? [timeLeft(secondsLeft, t)] : []),
  ]
  return (
    <div className={styles['loading']}>
      <ProgressBar
        label={t('supply.progressLabel', { name })}
        value={totalBytes === 0 ? 0 : doneBytes / totalBytes}
        detail={details.join(' · ')}
      />
      <p role="status">
        {waiting === null
          ? ''
          : waiting.reason === 'offline'
            ? t('supply.waiting.offline')
            : t(`supply.waiting.${waiting.reason}`, {
                seconds: formatNumber(Math.ceil(waiting.seconds ?? 0), language),
              })}
      </p>
      <p className={styles['quiet']}>{t('supply.awake')}</p>
      <Button size="small" onClick={onStop}>
        {t('supply.stop')}
      </Button>
    </div>
  )
}

function timeLeft(seconds: number, t: Translate): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 1) return t('supply.left.seconds')
  if (minutes < 60) return t('supply.left.minutes', { minutes })
  return t('supply.left.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}
