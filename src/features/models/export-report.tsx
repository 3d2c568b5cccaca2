import type { ExportFailure } from '#domain/models/export-failure.ts'
import { formatBytes } from '#i18n/format.ts'
import type { Translate } from '#i18n/translator.ts'
import { useTranslate } from '#i18n/translator.ts'
import { useSelected } from '#stores/readonly-store.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import type { ExportProps } from './export-button.tsx'
import styles from './models-screen.module.css'

/** How far a model is on its way out of the browser, and how that ended. */
export function ExportReport({ model, exporting }: ExportProps) {
  const { t, language } = useTranslate()
  const state = useSelected(exporting.state, (current) => current)
  const name = model.name[language]
  if (state.kind === 'idle' || state.modelId !== model.id) return null
  switch (state.kind) {
    case 'writing': {
      const { file, doneBytes, totalBytes } = state
      const bytes = (count: number): string => formatBytes(count, language)
      const done = t('models.bytes', { done: bytes(doneBytes), total: bytes(totalBytes) })
      return (
        <div className={styles['loading']}>
          <ProgressBar
            label={t('exporting.progressLabel', { name })}
            value={totalBytes === 0 ? 0 : doneBytes / totalBytes}
            detail={`${done} · ${file}`}
          />
          <Button size="small" onClick={() => exporting.stop()}>
            {t('exporting.stop')}
          </Button>
        </div>
      )
    }
    case 'failed':
      return (
        <Notice tone="wrong" title={t('exporting.failure.title')} live>
          <p>{sentenceFor(state.failure, t)}</p>
          <p>{t('exporting.failure.nothingChanged')}</p>
        </Notice>
      )
    case 'done':
      return (
        <Notice tone="right" live>
          {t(`exporting.${exporting.place}.done`, { file: state.name })}
        </Notice>
      )
  }
}

function sentenceFor(failure: ExportFailure, t: Translate): string {
  switch (failure.kind) {
    case 'notWhole':
    case 'noRoom':
      return t(`exporting.failure.${failure.kind}`, { file: failure.file })
    case 'notWritten':
      return t('exporting.failure.notWritten', { file: failure.file, detail: failure.detail })
    case 'refused':
    case 'unexpected':
      return t(`exporting.failure.${failure.kind}`, { detail: failure.detail })
  }
}
