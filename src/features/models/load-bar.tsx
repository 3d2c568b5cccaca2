import type { LoadProgress } from '#domain/models/load-progress.ts'
import { overallProgress } from '#domain/models/load-progress.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import { formatBytes } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import styles from './models-screen.module.css'

/** How far a model is, in a stage with a name, with bytes where bytes are what is waited for; and a stop that stops. */
export function LoadBar({
  model,
  progress,
  onCancel,
}: {
  readonly model: ModelRecord
  readonly progress: LoadProgress
  readonly onCancel: () => void
}) {
  const { t, language } = useTranslate()
  const { stage, done, total } = progress
  const isBytes = stage === 'checking' || stage === 'fetching'
  const bytes = t('models.bytes', { done: formatBytes(done, language), total: formatBytes(total, language) })
  return (
    <div className={styles['loading']}>
      <ProgressBar
        label={t('models.loadingLabel', { name: model.name[language] })}
        value={overallProgress(progress)}
        detail={[t(`models.stage.${stage}`), ...(isBytes ? [bytes] : [])].join(' · ')}
      />
      <Button size="small" onClick={onCancel}>
        {t('models.stopLoading')}
      </Button>
    </div>
  )
}
