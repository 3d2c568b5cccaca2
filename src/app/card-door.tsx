import type { ReactNode } from 'react'
import { useEffect } from 'react'
import type { ModelRecord } from '#domain/models/model-record.ts'
import type { ModelOffer } from '#domain/models/offer.ts'
import { ModelCardScreen } from '#features/models/model-card-screen.tsx'
import { useTranslate } from '#i18n/translator.ts'
import { useSelected } from '#stores/readonly-store.ts'
import type { Supply } from '#stores/supply.ts'
import { selectOffers } from '#stores/supply.ts'

export interface CardDoorProps {
  /** Of a model that can be loaded, or of one that is offered. */
  readonly id: string
  readonly records: readonly ModelRecord[]
  readonly supply: Supply
  readonly readText: (path: string) => Promise<string>
  readonly missing: ReactNode
}

/** The card of a model, whether it is on this machine or not. */
export function CardDoor({ id, records, supply, readText, missing }: CardDoorProps) {
  const { language } = useTranslate()
  const offers = useSelected(supply.state, selectOffers)
  useEffect(() => {
    void supply.open()
  }, [supply])
  const model: ModelRecord | ModelOffer | undefined =
    records.find((record) => record.id === id) ??
    (offers.kind === 'ready' ? offers.offers.find((offer) => offer.id === id) : undefined)
  if (model === undefined) return offers.kind === 'loading' ? null : missing
  const base = 'base' in model ? model.base : ''
  return <ModelCardScreen title={model.name[language]} path={base + model.card[language]} readText={readText} />
}
