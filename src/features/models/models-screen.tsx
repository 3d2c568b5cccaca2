import type { ReactNode } from 'react'
import { useEffect } from 'react'
import type { ModelFailure } from '#domain/models/failure.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Models } from '#stores/models.ts'
import { useSelected } from '#stores/readonly-store.ts'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { ModelRow } from './model-row.tsx'

export interface ModelsScreenProps {
  readonly models: Models
  readonly renderFailure: (failure: ModelFailure) => ReactNode
}

export function ModelsScreen({ models, renderFailure }: ModelsScreenProps) {
  const { t } = useTranslate()
  const { records, status, presence } = useSelected(models.state, (state) => state)
  useEffect(() => {
    void models.inspect()
  }, [models])
  return (
    <Page title={t('models.title')} lead={t('models.lead')}>
      {records.map((model) => (
        <ModelRow
          key={model.id}
          model={model}
          status={status}
          presence={presence[model.id]}
          models={models}
          renderFailure={renderFailure}
        />
      ))}
      <Notice tone="info" title={t('models.hari.title')}>
        {t('models.hari.body')}
      </Notice>
    </Page>
  )
}
