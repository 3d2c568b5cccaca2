import { ListChecks, Repeat2 } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslate } from '#i18n/translator.ts'
import type { MemoryStore } from '#stores/memory.ts'
import type { MemoryView } from '#stores/memory-state.ts'
import { selectMemory } from '#stores/memory-state.ts'
import { useSelected } from '#stores/readonly-store.ts'
import { LinkButton } from '#ui/link-button.tsx'
import { Page } from '#ui/page.tsx'
import { Waiting } from '#ui/waiting.tsx'
import { CalibrationSection } from './calibration-section.tsx'
import { DaysSection } from './days-section.tsx'
import { MemorySection } from './memory-section.tsx'
import styles from './progress.module.css'
import { SessionsSection } from './sessions-section.tsx'
import { SubjectsSection } from './subjects-section.tsx'

/** How practice goes, by day, subject, session and confidence, and what memory has of it. */
export function ProgressScreen({ memory }: { readonly memory: MemoryStore }) {
  const { t } = useTranslate()
  const state = useSelected(memory.state, selectMemory)
  useEffect(() => memory.follow(), [memory])
  return (
    <Page
      title={t('progress.title')}
      lead={t('progress.lead')}
      actions={
        <LinkButton href="#/review" icon={<Repeat2 aria-hidden />}>
          {t('progress.toReview')}
        </LinkButton>
      }
    >
      {state.kind === 'reading' ? <Waiting label={t('progress.reading')} /> : <Sections view={state.view} />}
    </Page>
  )
}

function Sections({ view }: { readonly view: MemoryView }) {
  const { practice } = view
  if (view.known === 0) return <NothingYet />
  return (
    <>
      <DaysSection days={practice.days} streak={practice.streak} />
      <SubjectsSection subjects={practice.subjects} />
      <SessionsSection sessions={practice.sessions} />
      <CalibrationSection points={practice.calibration} />
      <MemorySection view={view} />
    </>
  )
}

function NothingYet() {
  const { t } = useTranslate()
  return (
    <section className={styles['section']}>
      <h2>{t('progress.empty.title')}</h2>
      <p>{t('progress.empty.body')}</p>
      <p>
        <LinkButton variant="primary" href="#/quiz" icon={<ListChecks aria-hidden />}>
          {t('progress.empty.go')}
        </LinkButton>
      </p>
    </section>
  )
}
