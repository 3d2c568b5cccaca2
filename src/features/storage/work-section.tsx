import { useTranslate } from '#i18n/translator.ts'
import type { Inventory } from '#stores/storage-report.ts'
import { LinkButton } from '#ui/link-button.tsx'
import { KeptThing } from './kept-thing.tsx'
import styles from './storage-screen.module.css'

const kinds = ['banks', 'conversations', 'quizSessions', 'reviews'] as const

/** What a student wrote and answered. Nothing of it is deleted here. */
export function WorkSection({ work }: { readonly work: Inventory['work'] }) {
  const { t } = useTranslate()
  return (
    <section className={styles['section']} aria-labelledby="storage-work">
      <h2 id="storage-work">{t('storage.work.title')}</h2>
      <p className={styles['quiet']}>{t('storage.work.lead')}</p>
      <ul className={styles['things']}>
        {kinds.map((kind) => {
          const measured = work[kind]
          return measured === null ? (
            <KeptThing
              key={kind}
              name={t(`storage.work.unreadable.${kind}`)}
              detail={t('storage.work.cannotRead')}
              bytes={null}
            />
          ) : (
            <KeptThing key={kind} name={t(`storage.work.${kind}`, { count: measured.count })} bytes={measured.bytes} />
          )
        })}
      </ul>
      <LinkButton size="small" href="#/ask">
        {t('storage.work.toAsk')}
      </LinkButton>
    </section>
  )
}
