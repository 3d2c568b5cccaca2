import { unknownAuthor, unknownLicence } from '#domain/importing/new-bank.ts'
import type { QuestionBank } from '#domain/question-bank/question.ts'
import { statesFrom } from '#domain/quiz/question-states.ts'
import type { QuizSession } from '#domain/quiz/session.ts'
import type { Translate } from '#i18n/translator.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Quiz } from '#stores/quiz.ts'
import { selectBank, selectDue, selectPast } from '#stores/quiz-state.ts'
import { useSelected } from '#stores/readonly-store.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Waiting } from '#ui/waiting.tsx'
import type { ReactNode } from 'react'
import { useEffect, useMemo } from 'react'
import { BankFaults } from './bank-faults.tsx'
import { FilterForm } from './filter-form.tsx'
import { MockStart } from './mock-start.tsx'
import { ResumeCard } from './resume-card.tsx'
import styles from './start-page.module.css'

export interface StartPageProps {
  readonly quiz: Quiz
  readonly resumable: QuizSession | null
  readonly notices: ReactNode
}

export function StartPage({ quiz, resumable, notices }: StartPageProps) {
  const { t, language } = useTranslate()
  const bank = useSelected(quiz.state, selectBank)
  const { events } = useSelected(quiz.state, selectPast)
  const bankId = bank.kind === 'ready' ? bank.bank.id : ''
  const due = useSelected(quiz.state, selectDue)
  useEffect(() => void quiz.lookForDue(), [quiz, bank, events])
  const statesOf = useMemo(() => statesFrom(bankId, events, ({ id }) => due.has(id)), [bankId, events, due])
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
            statesOf={statesOf}
            onStart={(filter, wish) => quiz.start(filter, wish)}
          />
          <MockStart key={`mock ${bank.bank.id}`} quiz={quiz} />
          <section className={styles['bank']}>
            <h2>{t('quiz.start.bank', { title: bank.bank.title[language], count: bank.bank.questions.length })}</h2>
            <p>
              <a href="#/banks">{t('quiz.start.otherBank')}</a>
            </p>
            {bank.bank.notice !== null && <p>{bank.bank.notice[language]}</p>}
            <p>{credit(bank.bank, t).join(' · ')}</p>
          </section>
        </>
      )}
    </Page>
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

/** Who made the bank, on which terms and when, as far as that is known. */
function credit({ author, licence, createdAt }: QuestionBank, t: Translate): readonly string[] {
  return [
    ...(author === unknownAuthor ? [] : [t('quiz.start.author', { author })]),
    licence === unknownLicence ? t('quiz.start.unknownLicence') : t('quiz.start.licence', { licence }),
    createdAt,
  ]
}
