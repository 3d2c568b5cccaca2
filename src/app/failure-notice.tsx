import type { ReactNode } from 'react'
import type { ModelFailure } from '#domain/models/failure.ts'
import type { Translate } from '#i18n/translator.ts'
import { useTranslate } from '#i18n/translator.ts'
import { formatNumber } from '#i18n/format.ts'
import type { Language } from '#i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { LinkButton } from '#ui/link-button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Restart } from './use-restart.ts'

/** What went wrong with the model in words, and the button that helps. */
export function FailureNotice({
  failure,
  restart,
  actions,
}: {
  readonly failure: ModelFailure
  readonly restart: Restart
  readonly actions?: ReactNode
}) {
  const { t, language } = useTranslate()
  return (
    <Notice
      tone="wrong"
      title={t('failure.title')}
      live
      actions={
        <>
          {nextStep(failure, restart, t)}
          {restart.smaller !== null && (
            <Button onClick={restart.smaller.start}>
              {t('failure.smaller', { tokens: formatNumber(restart.smaller.contextWindow, language) })}
            </Button>
          )}
          {actions}
        </>
      }
    >
      <p>{sentenceFor(failure, t, language)}</p>
    </Notice>
  )
}

function sentenceFor(failure: ModelFailure, t: Translate, language: Language): string {
  switch (failure.kind) {
    case 'adapterTooSmall':
      return t('failure.adapterTooSmall', {
        limit: failure.limit,
        needed: formatNumber(failure.needed, language),
        available: formatNumber(failure.available, language),
      })
    case 'lacksFeature':
      return t('failure.lacksFeature', { feature: failure.feature })
    case 'offline':
      return t('failure.offline', { file: failure.file })
    case 'fileMissing':
      return t('failure.fileMissing', { file: failure.file, status: failure.status })
    case 'fileDamaged':
      return t('failure.fileDamaged', { file: failure.file })
    case 'madeFilesLost':
      return t('failure.madeFilesLost', {
        number: formatNumber(failure.files.length, language),
        files: failure.files.slice(0, 3).join(', '),
      })
    case 'storageUnavailable':
      return t('failure.storageUnavailable', { detail: failure.detail })
    case 'promptTooLong':
      return t('failure.promptTooLong', { contextWindow: formatNumber(failure.contextWindow, language) })
    case 'unexpected':
      return t('failure.unexpected', { detail: failure.detail })
    case 'noWebGpu':
    case 'noAdapter':
    case 'outOfMemory':
    case 'deviceLost':
    case 'storageFull':
    case 'notLoaded':
    case 'workerDied':
    case 'loadedElsewhere':
    case 'takenOver':
      return t(`failure.${failure.kind}`)
  }
}

function nextStep({ kind }: ModelFailure, { again }: Restart, t: Translate): ReactNode {
  switch (kind) {
    case 'deviceLost':
    case 'workerDied':
    case 'notLoaded':
    case 'offline':
    case 'fileDamaged':
    case 'unexpected':
    case 'outOfMemory':
      return <Button onClick={again}>{t('failure.restart')}</Button>
    case 'loadedElsewhere':
    case 'takenOver':
      return <Button onClick={again}>{t('failure.takeOver')}</Button>
    case 'storageFull':
      return <LinkButton href="#/storage">{t('common.storage')}</LinkButton>
    case 'madeFilesLost':
    case 'adapterTooSmall':
    case 'lacksFeature':
      return <LinkButton href="#/models">{t('failure.toModels')}</LinkButton>
    case 'fileMissing':
    case 'noWebGpu':
    case 'noAdapter':
    case 'storageUnavailable':
      return <Button onClick={() => location.reload()}>{t('failure.reload')}</Button>
    case 'promptTooLong':
      return null
  }
}
