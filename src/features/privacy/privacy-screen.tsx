import { useEffect, useState } from 'react'
import { formatBytes } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { DownloadsList } from './downloads-list.tsx'
import styles from './privacy-screen.module.css'
import { TrafficTable } from './traffic-table.tsx'

export interface PrivacyScreenProps {
  readonly policy: string | null
  readonly origin: string
  readonly requests: () => readonly { readonly url: string; readonly networkBytes: number }[]
  readonly downloads: () => readonly { readonly host: string; readonly requests: number; readonly bytes: number }[]
  readonly measureRoom: () => Promise<Room>
  readonly persist: () => Promise<boolean>
}

interface Room {
  readonly used: number | null
  readonly quota: number | null
  readonly persisted: boolean
}

export function PrivacyScreen({ policy, origin, requests, downloads, measureRoom, persist }: PrivacyScreenProps) {
  const { t, language } = useTranslate()
  const [room, setRoom] = useState<Room | null>(null)
  const [refused, setRefused] = useState(false)
  const [seen, setSeen] = useState(requests)
  useEffect(() => {
    let isCurrent = true
    void measureRoom().then((measured) => {
      if (isCurrent) setRoom(measured)
    })
    return () => {
      isCurrent = false
    }
  }, [measureRoom, seen])

  const askToPersist = async (): Promise<void> => {
    setRefused(!(await persist()))
    setRoom(await measureRoom())
  }

  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead')}>
      <section className={styles['section']}>
        <h2>{t('privacy.policyTitle')}</h2>
        {policy === null ? (
          <Notice tone="doubt">{t('privacy.policyMissing')}</Notice>
        ) : (
          <>
            <p>{t('privacy.policyBody')}</p>
            <ul className={styles['policy']}>
              {policy.split('; ').map((directive) => (
                <li key={directive}>
                  <code>{directive}</code>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section className={styles['section']}>
        <h2>{t('privacy.trafficTitle')}</h2>
        <p>{t('privacy.trafficBody', { origin })}</p>
        <TrafficTable requests={seen} origin={origin} />
        <p className={styles['quiet']}>{t('privacy.workerNote')}</p>
        <Button size="small" onClick={() => setSeen(requests())}>
          {t('privacy.refresh')}
        </Button>
      </section>
      <section className={styles['section']}>
        <h2>{t('privacy.downloadsTitle')}</h2>
        <p>{t('privacy.downloadsBody')}</p>
        <DownloadsList downloads={downloads()} />
      </section>
      <section className={styles['section']}>
        <h2>{t('privacy.keptTitle')}</h2>
        <p>{t('privacy.keptBody')}</p>
        {room !== null && (
          <>
            <p>{keptWords(room)}</p>
            <p>{room.persisted ? t('privacy.persisted') : t('privacy.notPersisted')}</p>
          </>
        )}
        {room?.persisted === false && (
          <Button size="small" onClick={() => void askToPersist()}>
            {t('privacy.persist')}
          </Button>
        )}
        {refused && (
          <Notice tone="info" live>
            {t('privacy.persistRefused')}
          </Notice>
        )}
      </section>
    </Page>
  )

  function keptWords({ used, quota }: Room): string {
    if (used === null || quota === null) return t('privacy.keptUnknown')
    return t('privacy.keptSize', { used: formatBytes(used, language), quota: formatBytes(quota, language) })
  }
}
