import { useEffect, useRef } from 'react'
import { formatBytes } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import { useSelected } from '#stores/readonly-store.ts'
import type { Inventory, Removable, Removal, StorageReport } from '#stores/storage-report.ts'
import type { Supply } from '#stores/supply.ts'
import { LinkButton } from '#ui/link-button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Waiting } from '#ui/waiting.tsx'
import { KeptThing } from './kept-thing.tsx'
import { ModelsSection } from './models-section.tsx'
import { RoomSection } from './room-section.tsx'
import styles from './storage-screen.module.css'
import { StraysSection } from './strays-section.tsx'
import { UnfinishedSection } from './unfinished-section.tsx'
import { WorkSection } from './work-section.tsx'

export interface StorageScreenProps {
  readonly report: StorageReport
  readonly supply: Pick<Supply, 'state'>
}

/** What is kept on this machine, a line a thing, and the way to free it. */
export function StorageScreen({ report, supply }: StorageScreenProps) {
  const { t, language } = useTranslate()
  const { room, refused, inventory, removing, last } = useSelected(report.state, (state) => state)
  const { order, offers } = useSelected(supply.state, (state) => state)
  const outcome = useRef<HTMLDivElement>(null)
  const nameOf = (modelId: string): string => report.nameOf(modelId)?.[language] ?? modelId

  useEffect(() => {
    void report.look()
  }, [report, order.kind])
  useEffect(() => {
    // The button that was pressed is gone with its line; the focus goes to what came of it.
    if (last !== null) outcome.current?.focus()
  }, [last])

  const disabled = removing !== null
  return (
    <Page
      title={t('storage.title')}
      lead={t('storage.lead')}
      actions={<LinkButton href="#/models">{t('failure.toModels')}</LinkButton>}
    >
      {removing !== null && <Waiting label={t('storage.removing', { name: thingName(removing) })} />}
      {last !== null && (
        <div ref={outcome} tabIndex={-1}>
          <Notice tone={last.kind === 'freed' ? 'right' : 'wrong'} live>
            {outcomeOf(last)}
          </Notice>
        </div>
      )}
      {(room === null || inventory === null) && <Waiting label={t('storage.looking')} />}
      {room !== null && inventory !== null && (
        <>
          <RoomSection
            room={room}
            refused={refused}
            listedBytes={listedBytes(inventory)}
            onPersist={() => void report.persist()}
          />
          <ModelsSection
            models={inventory.models}
            disabled={disabled}
            onRemove={(modelId) => void report.remove({ of: 'models', modelId })}
          />
          {offers.kind === 'failed' ? (
            <Notice tone="doubt">{t('storage.strays.unreadable', { detail: offers.detail })}</Notice>
          ) : (
            <>
              <UnfinishedSection
                pieces={inventory.unfinished}
                underWay={order.kind === 'getting' ? order.buildId : null}
                nameOf={nameOf}
                disabled={disabled}
                onRemove={(modelId) => void report.remove({ of: 'unfinished', modelId })}
              />
              <StraysSection
                pieces={inventory.strays}
                nameOf={nameOf}
                disabled={disabled}
                onRemove={(modelId) => void report.remove({ of: 'strays', modelId })}
              />
            </>
          )}
          <WorkSection work={inventory.work} />
          <section className={styles['section']} aria-labelledby="storage-app">
            <h2 id="storage-app">{t('storage.app.title')}</h2>
            {inventory.appBytes === 0 ? (
              <p>{t('storage.app.none')}</p>
            ) : (
              <ul className={styles['things']}>
                <KeptThing name={t('storage.app.files')} bytes={inventory.appBytes} />
              </ul>
            )}
          </section>
        </>
      )}
    </Page>
  )

  function thingName({ of, modelId }: Removable): string {
    return of === 'strays' ? t('storage.strays.name', { name: nameOf(modelId) }) : nameOf(modelId)
  }

  function outcomeOf(removal: Removal): string {
    const name = thingName(removal)
    if (removal.kind === 'failed') return t('storage.failed', { name, detail: removal.detail })
    return t('storage.freed', { name, size: formatBytes(removal.bytes, language) })
  }
}

/** What all lines add up to. */
function listedBytes({ models, unfinished, strays, work, appBytes }: Inventory): number {
  const things = [...models, ...unfinished, ...strays, ...Object.values(work)]
  return things.reduce((sum, thing) => sum + (thing?.bytes ?? 0), appBytes)
}
