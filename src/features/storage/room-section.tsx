import { formatBytes } from '#i18n/format.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { StorageReportState } from '#stores/storage-report.ts'
import { Button } from '#ui/button.tsx'
import { Meter } from '#ui/meter.tsx'
import { Notice } from '#ui/notice.tsx'
import styles from './storage-screen.module.css'

/** From this share on the meter warns. */
const nearlyFull = 0.9

/** How much room the browser gives, how much of it is used, and whether what is there is safe. */
export function RoomSection({
  room: { used, quota, persisted },
  refused,
  listedBytes,
  onPersist,
}: {
  readonly room: NonNullable<StorageReportState['room']>
  readonly refused: boolean
  /** What everything on the screen adds up to. */
  readonly listedBytes: number
  readonly onPersist: () => void
}) {
  const { t, language } = useTranslate()
  const bytes = (count: number): string => formatBytes(count, language)
  return (
    <section className={styles['section']} aria-labelledby="storage-room">
      <h2 id="storage-room">{t('storage.room.title')}</h2>
      {used === null || quota === null ? (
        <p>{t('storage.room.unknown')}</p>
      ) : (
        <Meter
          label={t('storage.room.used')}
          value={used}
          max={quota}
          detail={t('storage.room.usedDetail', { used: bytes(used), quota: bytes(quota) })}
          tone={used > quota * nearlyFull ? 'doubt' : 'normal'}
        />
      )}
      <p className={styles['quiet']}>{t('storage.room.sum', { size: bytes(listedBytes) })}</p>
      <p>{t(persisted ? 'storage.room.persisted' : 'storage.room.notPersisted')}</p>
      {!persisted && (
        <Button size="small" onClick={onPersist}>
          {t('storage.room.persist')}
        </Button>
      )}
      {refused && !persisted && (
        <Notice tone="info" live>
          {t('storage.room.refused')}
        </Notice>
      )}
    </section>
  )
}
