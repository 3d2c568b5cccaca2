import { formatBytes, formatNumber } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import styles from './privacy-screen.module.css'

/** Which hosts the downloader asked for models, and how much came from them. */
export function DownloadsList({
  downloads,
}: {
  readonly downloads: readonly { readonly host: string; readonly requests: number; readonly bytes: number }[]
}) {
  const { t, language } = useTranslate()
  if (downloads.length === 0) return <p className={styles['quiet']}>{t('privacy.downloadsNone')}</p>
  return (
    <ul>
      {downloads.map(({ host, requests, bytes }) => (
        <li key={host}>
          {t('privacy.downloadsFrom', {
            host,
            requests: formatNumber(requests, language),
            size: formatBytes(bytes, language),
          })}
        </li>
      ))}
    </ul>
  )
}
