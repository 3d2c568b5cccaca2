import type { SessionOfPractice } from '#domain/memory/practice.ts'
import { formatTime } from '#i18n/format.ts'
import { shareRow } from '#i18n/share-row.ts'
import { useTranslate } from '#i18n/translator.ts'
import { IntervalTable } from '#ui/interval-table.tsx'
import styles from './progress.module.css'

/** The trend over sessions, oldest first. */
export function SessionsSection({ sessions }: { readonly sessions: readonly SessionOfPractice[] }) {
  const { t, language } = useTranslate()
  return (
    <section className={styles['section']} aria-labelledby="progress-sessions">
      <h2 id="progress-sessions">{t('progress.sessions.title')}</h2>
      {sessions.length === 0 ? (
        <p>{t('progress.sessions.nothing')}</p>
      ) : (
        <>
          <IntervalTable
            caption={t('progress.sessions.caption', { count: sessions.length })}
            legend={t('progress.legend')}
            columns={[t('progress.sessions.session'), t('progress.right'), t('progress.share')]}
            rows={sessions.flatMap(({ session, ...counted }) => {
              const date = formatTime(session.startedAt, language)
              const name = t('progress.sessions.name', { date, mode: t(`progress.sessions.mode.${session.mode}`) })
              return shareRow(t, { key: session.id, name }, counted)
            })}
          />
          <p className={styles['quiet']}>{t('progress.sessions.caution')}</p>
        </>
      )}
    </section>
  )
}
