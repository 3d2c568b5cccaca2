import type { ReactNode } from 'react'
import { useEffect } from 'react'
import type { ModelFailure } from '#domain/models/failure.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { MachineStore } from '#stores/machine.ts'
import type { ModelExport } from '#stores/model-export.ts'
import type { Models } from '#stores/models.ts'
import { useSelected } from '#stores/readonly-store.ts'
import type { Supply } from '#stores/supply.ts'
import { LinkButton } from '#ui/link-button.tsx'
import { Page } from '#ui/page.tsx'
import { ModelRow } from './model-row.tsx'
import { OffersSection } from './offers-section.tsx'

export interface ModelsScreenProps {
  readonly models: Models
  readonly supply: Supply
  readonly machine: MachineStore
  readonly exporting: ModelExport
  readonly renderFailure: (failure: ModelFailure) => ReactNode
  /** Asks the browser not to delete what is kept. */
  readonly onPersist: () => void
  /** Reads a text file that is served with the app. */
  readonly readText: (path: string) => Promise<string>
}

export function ModelsScreen(props: ModelsScreenProps) {
  const { models, supply, machine, exporting, renderFailure, onPersist, readText } = props
  const { t } = useTranslate()
  const { records, status, presence } = useSelected(models.state, (state) => state)
  useEffect(() => {
    void models.inspect()
  }, [models])
  return (
    <Page
      title={t('models.title')}
      lead={t('models.lead')}
      actions={<LinkButton href="#/storage">{t('common.storage')}</LinkButton>}
    >
      {records
        .toSorted((a, b) => rank[a.role] - rank[b.role])
        .map((model) => (
          <ModelRow
            key={model.id}
            model={model}
            status={status}
            presence={presence[model.id]}
            models={models}
            exporting={exporting}
            renderFailure={renderFailure}
          />
        ))}
      <OffersSection {...{ supply, machine, models, onPersist, readText }} />
    </Page>
  )
}

/** What is meant for study comes first. */
const rank: Readonly<Record<ModelRecord['role'], number>> = { medical: 0, general: 1, demonstration: 2 }
