import type { QuizSession } from '#domain/quiz/session.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Quiz } from '#stores/quiz.ts'
import { selectBank, selectPast } from '#stores/quiz-state.ts'
import { useSelected } from '#stores/readonly-store.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Waiting } from '#ui/waiting.tsx'
import type { ReactNode } from 'react'
import { BankFaults } from './bank-faults.tsx'
import { FilterForm } from './filter-form.tsx'
import styles from './start-page.module.css'

export interface StartPageProps {
  readonly quiz: Quiz
  readonly resumable: QuizSession | null
  readonly notices: ReactNode
}

export function StartPage({ quiz, resumable, notices }: StartPageProps) {
  const { t, language } = useTranslate()
  const bank = useSelected(quiz.state, selectBank)
  return (
    <Page title={t('quiz.title')} lead={t('quiz.start.lead')}>
      {notices}
      <PastNotice quiz={quiz} />
      {resumable !== null && <ResumeCard quiz={quiz} session={resumable} />}
      {(bank.kind === 'absent' || bank.kind === 'loading') && <Waiting label={t('quiz.start.loading')} />}
      {bank.kind === 'failed' && (
        <Notice
          tone="wrong"
          title={t('quiz.bank.failedTitle')}
          actions={<Button onClick={() => void quiz.open()}>{t('common.retry')}</Button>}
        >
          {t('quiz.bank.failed')}
        </Notice>
      )}
      {bank.kind === 'faulty' && <BankFaults faults={bank.faults} />}
      {bank.kind === 'ready' && (
        <>
          <FilterForm
            key={bank.bank.id}
            bank={bank.bank}
            defaultLanguage={language}
            onStart={(filter) => quiz.start(filter)}
          />
          <section className={styles['bank']}>
            <h2>{t('quiz.start.bank', { title: bank.bank.title[language], count: bank.bank.questions.length })}</h2>
            <p>
              <a href="#/banks">{t('quiz.start.otherBank')}</a>
            </p>
            {bank.bank.notice !== null && <p>{bank.bank.notice[language]}</p>}
            <p>
              {t('quiz.start.source', {
                author: bank.bank.author,
                licence: bank.bank.licence,
                date: bank.bank.createdAt,
              })}
            </p>
          </section>
        </>
      )}
    </Page>
  )
}

function ResumeCard({ quiz, session }: { readonly quiz: Quiz; readonly session: QuizSession }) {
  const { t } = useTranslate()
  const graded = session.items.filter((item) => item.kind === 'graded').length
  return (
    <section className={styles['resume']}>
      <div>
        <h2>{t('quiz.resume.title')}</h2>
        <p>{t('quiz.resume.progress', { graded, count: session.items.length })}</p>
      </div>
      <div className={styles['actions']}>
        <Button variant="primary" onClick={() => quiz.resume()}>
          {t('quiz.resume.go')}
        </Button>
        <Button variant="quiet" onClick={() => quiz.discard()}>
          {t('quiz.resume.discard')}
        </Button>
      </div>
    </section>
  )
}

function PastNotice({ quiz }: { readonly quiz: Quiz }) {
  const { t } = useTranslate()
  const past = useSelected(quiz.state, selectPast)
  if (past.failure !== null) {
    return (
      <Notice tone="doubt" title={t('quiz.storage.pastTitle')}>
        {t('quiz.storage.past')}
      </Notice>
    )
  }
  if (past.unreadable === 0) return null
  return <Notice tone="doubt">{t('quiz.storage.unreadable', { count: past.unreadable })}</Notice>
}
