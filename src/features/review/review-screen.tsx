import { ChartNoAxesColumn, ListChecks } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslate } from '#i18n/translator.ts'
import type { MemoryStore } from '#stores/memory.ts'
import type { MemoryView } from '#stores/memory-state.ts'
import { selectMemory } from '#stores/memory-state.ts'
import { useSelected } from '#stores/readonly-store.ts'
import { LinkButton } from '#ui/link-button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Waiting } from '#ui/waiting.tsx'
import { DiarySection } from './diary-section.tsx'
import { DueSection } from './due-section.tsx'
import { LeechSection } from './leech-section.tsx'
import { RetentionSection } from './retention-section.tsx'
import styles from './review.module.css'
import { ScheduleSection } from './schedule-section.tsx'

/** What is due today and why, what lies ahead, how much was still known, and the error diary. On paper only the diary. */
export function ReviewScreen({ memory }: { readonly memory: MemoryStore }) {
  const { t } = useTranslate()
  const state = useSelected(memory.state, selectMemory)
  useEffect(() => memory.follow(), [memory])
  return (
    <Page
      title={t('review.title')}
      lead={t('review.lead')}
      actions={
        <LinkButton className={styles['screenOnly']} href="#/progress" icon={<ChartNoAxesColumn aria-hidden />}>
          {t('review.toProgress')}
        </LinkButton>
      }
    >
      {state.kind === 'reading' ? (
        <Waiting label={t('review.reading')} />
      ) : (
        <Sections memory={memory} view={state.view} />
      )}
    </Page>
  )
}

function Sections({ memory, view }: { readonly memory: MemoryStore; readonly view: MemoryView }) {
  const { t } = useTranslate()
  return (
    <>
      {view.isPastMissing && <Notice tone="doubt">{t('review.pastFailed')}</Notice>}
      {view.unread > 0 && <Notice tone="doubt">{t('review.unread', { count: view.unread })}</Notice>}
      {view.known === 0 ? (
        <NothingYet />
      ) : (
        <>
          <DueSection memory={memory} view={view} />
          <ScheduleSection memory={memory} view={view} />
          <RetentionSection retention={view.retention} />
          <LeechSection leeches={view.leeches} />
          <DiarySection diary={view.diary} onWrite={(...entry) => memory.writeDiary(...entry)} />
        </>
      )}
    </>
  )
}

function NothingYet() {
  const { t } = useTranslate()
  return (
    <section className={styles['section']}>
      <h2>{t('review.empty.title')}</h2>
      <p>{t('review.empty.body')}</p>
      <p>
        <LinkButton variant="primary" href="#/quiz" icon={<ListChecks aria-hidden />}>
          {t('review.empty.go')}
        </LinkButton>
      </p>
    </section>
  )
}
