import type { ReactNode } from 'react'
import { useState } from 'react'
import type { ModelFailure } from '#domain/models/failure.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import { downloadBytes } from '#domain/models/model-record.ts'
import { formatBytes, formatCompact, formatNumber } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { ModelExport } from '#stores/model-export.ts'
import type { Models, ModelsState, ModelStatus } from '#stores/models.ts'
import { useSelected } from '#stores/readonly-store.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { LinkButton } from '#ui/link-button.tsx'
import { Notice } from '#ui/notice.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { ExportButton } from './export-button.tsx'
import { ExportReport } from './export-report.tsx'
import { LoadBar } from './load-bar.tsx'
import styles from './models-screen.module.css'

export interface ModelRowProps {
  readonly model: ModelRecord
  readonly status: ModelStatus
  readonly presence: ModelsState['presence'][string] | undefined
  readonly models: Models
  readonly exporting: ModelExport
  readonly renderFailure: (failure: ModelFailure) => ReactNode
}

/** One model: what it is, what is kept of it, and the one thing to do next. */
export function ModelRow({ model, status, presence, models, exporting, renderFailure }: ModelRowProps) {
  const { t, language } = useTranslate()
  const [isForgetting, setForgetting] = useState(false)
  const [chosenWindow, setChosenWindow] = useState<number | null>(null)
  const lastReady = useSelected(models.state, (state) => state.lastReady)
  const isMine = status.kind !== 'idle' && status.modelId === model.id
  const isStarted = isMine && (status.kind === 'loading' || status.kind === 'ready')
  const lastWindow = lastReady?.modelId === model.id ? lastReady.contextWindow : model.contextWindow.default
  const contextWindow = isStarted ? windowOf(status) : (chosenWindow ?? lastWindow)
  const kept = presence?.keptBytes ?? 0
  const name = model.name[language]
  // What came with the app comes with it everywhere.
  const canBeGiven = model.made !== undefined && presence?.hasFiles === true
  return (
    <article className={styles['row']} aria-labelledby={`model-${model.id}`}>
      <header className={styles['head']}>
        <h2 id={`model-${model.id}`}>{name}</h2>
        <Chip tone={model.role === 'medical' ? 'accent' : 'doubt'}>{t(`models.role.${model.role}`)}</Chip>
      </header>
      <p>{model.summary[language]}</p>
      <ul className={styles['facts']}>
        <li>{t('models.parameters', { number: formatCompact(model.parameters, language) })}</li>
        <li>{t('models.quantization', { name: model.quantization })}</li>
        <li>{t('models.contextWindow', { tokens: formatNumber(contextWindow, language) })}</li>
        <li>{t('models.licence', { name: model.licence })}</li>
        <li>{keptWords()}</li>
      </ul>
      {isMine && status.kind === 'loading' && (
        <LoadBar model={model} progress={status.progress} onCancel={() => models.cancelLoad()} />
      )}
      {isMine && status.kind === 'ready' && (
        <>
          <p className={styles['ready']}>
            {t('models.ready', { adapter: status.loaded.adapter || t('models.unknownAdapter') })}
            {' · '}
            {t(`models.library.${status.loaded.schedule}`)}
          </p>
          {status.repaired.length > 0 && (
            <Notice tone="doubt" live>
              {t('models.repaired', { files: status.repaired.join(', ') })}
            </Notice>
          )}
        </>
      )}
      {isMine && status.kind === 'failed' && renderFailure(status.failure)}
      {!isStarted && model.contextWindow.presets.length > 1 && (
        <SelectField
          label={t('fit.contextWindow')}
          value={String(contextWindow)}
          options={model.contextWindow.presets.map((tokens) => ({
            value: String(tokens),
            label: t('fit.tokens', { tokens: formatNumber(tokens, language) }),
          }))}
          onChange={(tokens) => setChosenWindow(Number(tokens))}
        />
      )}
      {canBeGiven && <ExportReport model={model} exporting={exporting} />}
      <div className={styles['actions']}>
        {!isStarted && (
          <Button variant="primary" onClick={() => void models.load(model.id, contextWindow)}>
            {t('models.start')}
          </Button>
        )}
        {isMine && status.kind === 'ready' && (
          <Button onClick={() => void models.unload()}>{t('models.unload')}</Button>
        )}
        <LinkButton href={`#/models/${model.id}`}>{t('models.card')}</LinkButton>
        {canBeGiven && <ExportButton model={model} exporting={exporting} />}
        {kept > 0 && (
          <Button variant="quiet" onClick={() => setForgetting(true)}>
            {t('models.forget')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={isForgetting}
        title={t('models.forgetTitle', { name })}
        confirmLabel={t('models.forget')}
        closeLabel={t('common.cancel')}
        onClose={() => setForgetting(false)}
        onConfirm={() => {
          setForgetting(false)
          void models.forget(model.id)
        }}
      >
        <p>{t('models.forgetBody', { size: formatBytes(kept, language) })}</p>
      </ConfirmDialog>
    </article>
  )

  function keptWords(): string {
    const size = formatBytes(kept, language)
    if (presence?.whole === true) return t('models.keptWhole', { size })
    if (kept > 0) return t('models.kept', { size })
    return t('models.size', { size: formatBytes(downloadBytes(model, 'gpu'), language) })
  }
}

function windowOf(status: Extract<ModelStatus, { kind: 'loading' | 'ready' }>): number {
  return status.kind === 'ready' ? status.loaded.contextWindow : status.contextWindow
}
