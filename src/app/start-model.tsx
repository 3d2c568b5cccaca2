import { overallProgress } from '#domain/models/load-progress.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Models } from '#stores/models.ts'
import { useSelected } from '#stores/readonly-store.ts'
import { Button } from '#ui/button.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { useRestart } from './use-restart.ts'
import styles from './start-model.module.css'

/** Stands where a model is needed and none is ready: one button, then how far it is, then what went wrong if it did. */
export function StartModel({
  models,
  isExplained = false,
}: {
  readonly models: Models
  /** Whether the failure already stands on the same screen, so that the button alone is enough here. */
  readonly isExplained?: boolean
}) {
  const { t, language } = useTranslate()
  const status = useSelected(models.state, (state) => state.status)
  const restart = useRestart(models)
  const name = useSelected(models.state, () => models.wanted()).name[language]
  switch (status.kind) {
    case 'ready':
      return null
    case 'failed':
      if (!isExplained) return <FailureNotice failure={status.failure} restart={restart} />
      return <StartButton name={name} onStart={restart.again} />
    case 'loading':
      return (
        <ProgressBar
          label={t('app.notReady.starting', { name })}
          value={overallProgress(status.progress)}
          detail={t(`models.stage.${status.progress.stage}`)}
        />
      )
    case 'idle':
      return <StartButton name={name} onStart={restart.again} />
  }
}

function StartButton({ name, onStart }: { readonly name: string; readonly onStart: () => void }) {
  const { t } = useTranslate()
  return (
    <p className={styles['idle']}>
      <span>{t('app.notReady.body')}</span>
      <Button variant="primary" onClick={onStart}>
        {t('app.notReady.start', { name })}
      </Button>
    </p>
  )
}
