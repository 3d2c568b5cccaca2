import { useState } from 'react'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { LinkButton } from '#ui/link-button.tsx'
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
}

export function PrivacyScreen({ policy, origin, requests, downloads }: PrivacyScreenProps) {
  const { t } = useTranslate()
  const [seen, setSeen] = useState(requests)
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
        <LinkButton size="small" href="#/storage">
          {t('common.storage')}
        </LinkButton>
      </section>
    </Page>
  )
}
