import { useState } from 'react'
import { formatBytes } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import styles from './privacy-screen.module.css'

/** Every file the page asked for, with what it cost over the network; the sum first, the list on demand. */
export function TrafficTable({
  requests,
  origin,
}: {
  readonly requests: readonly { readonly url: string; readonly networkBytes: number }[]
  readonly origin: string
}) {
  const { t, language } = useTranslate()
  const [isOpen, setOpen] = useState(false)
  const total = requests.reduce((sum, { networkBytes }) => sum + networkBytes, 0)
  const summary = t('privacy.requests', { count: requests.length, size: formatBytes(total, language) })
  return (
    <Disclosure summary={summary} open={isOpen} onToggle={setOpen}>
      <table className={styles['requests']}>
        <caption>{t('privacy.requestsTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('privacy.requestFile')}</th>
            <th scope="col">{t('privacy.requestSize')}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map(({ url, networkBytes }, index) => (
            <tr key={index}>
              <td>{url.startsWith(origin) ? url.slice(origin.length) : url}</td>
              <td>{networkBytes === 0 ? t('privacy.fromCache') : formatBytes(networkBytes, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  )
}
