import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { buildId } from '#domain/models/offer.ts'
import { bestBuild, proposeOffers } from '#domain/models/propose.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { MachineStore } from '#stores/machine.ts'
import type { Models } from '#stores/models.ts'
import { useSelected } from '#stores/readonly-store.ts'
import type { Supply } from '#stores/supply.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { OfferCard } from './offer-card.tsx'
import styles from './models-screen.module.css'
import { WebGpuHelp } from './webgpu-help.tsx'

export interface OffersSectionProps {
  readonly supply: Supply
  readonly machine: MachineStore
  readonly models: Models
  readonly onPersist: () => void
  /** Reads a text file that is served with the app. */
  readonly readText: (path: string) => Promise<string>
}

/** Models that can be made ready here, judged by what this machine is. */
export function OffersSection({ supply, machine: machineStore, models, onPersist, readText }: OffersSectionProps) {
  const { t, language } = useTranslate()
  const { offers, order, unfinished } = useSelected(supply.state, (state) => state)
  const { machine, memory } = useSelected(machineStore.state, (state) => state)
  const { records, status, presence } = useSelected(models.state, (state) => state)
  const [presets, setPresets] = useState<Readonly<Record<string, number>>>({})
  useEffect(() => {
    void supply.open()
    void machineStore.look()
  }, [supply, machineStore])

  if (offers.kind === 'failed') {
    return <Notice tone="wrong">{t('supply.unreadable', { detail: offers.detail })}</Notice>
  }
  if (offers.kind === 'loading' || machine === null) return null
  const done =
    order.kind === 'done' && !isDamaged(order.buildId) ? records.find(({ id }) => id === order.buildId) : undefined
  const proposals = proposeOffers(machine, offers.offers, memory.experience)
    .map(({ build: { offer }, ...first }) => {
      const contextWindow = presets[offer.id] ?? first.contextWindow
      return bestBuild(machine, offer, memory.experience, { contextWindow })
    })
    .filter((proposal) => proposal !== null)
    .filter(({ build }) => !isKnown(buildId(build)) || isDamaged(buildId(build)))
  return (
    <section className={styles['offers']} aria-labelledby="offers">
      <header>
        <h2 id="offers">{t('supply.title')}</h2>
        <p className={styles['quiet']}>{t('supply.lead')}</p>
      </header>
      {machine.webgpu !== 'present' && <WebGpuHelp browser={machine.browser} missing={machine.webgpu} />}
      {done !== undefined && (
        <Notice tone="right" live {...(status.kind === 'idle' ? { actions: startButton(done.id) } : {})}>
          {t('supply.done', { name: done.name[language] })}
        </Notice>
      )}
      <div>
        {proposals.map((proposal) => {
          const { build, contextWindow } = proposal
          const id = buildId(build)
          return (
            <OfferCard
              key={build.offer.id}
              proposal={proposal}
              os={machine.browser.os}
              fit={{
                gpuMemoryBytes: memory.gpuMemoryBytes,
                onGpuMemory: (bytes) => void machineStore.setGpuMemory(bytes),
                onContextWindow: (tokens) => setPresets((chosen) => ({ ...chosen, [build.offer.id]: tokens })),
                onPersist,
              }}
              order={order}
              unfinished={unfinished.find(({ buildId: begun }) => begun === id)}
              isDamaged={isDamaged(id)}
              onGet={(source) => void supply.get({ build, source, contextWindow })}
              onStop={() => supply.stop()}
              onGiveUp={() => void supply.giveUp(id)}
              readText={readText}
            />
          )
        })}
      </div>
    </section>
  )

  function isKnown(id: string): boolean {
    return records.some((record) => record.id === id)
  }

  /** Made here, but some of its files are gone: getting it again mends it. */
  function isDamaged(id: string): boolean {
    return isKnown(id) && presence[id]?.hasFiles === false
  }

  function startButton(id: string): ReactNode {
    return (
      <Button variant="primary" onClick={() => void models.load(id)}>
        {t('models.start')}
      </Button>
    )
  }
}
