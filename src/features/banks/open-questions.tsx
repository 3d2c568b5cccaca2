import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { QuestionForm } from '#domain/question-bank/question-form.ts'
import { formOf, newForm } from '#domain/question-bank/question-form.ts'
import type { Question } from '#domain/question-bank/question.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { BankDesk, OpenDesk } from '#stores/banks-desk.ts'
import { Button } from '#ui/button.tsx'
import { LiveRegion } from '#ui/live-region.tsx'
import { Page } from '#ui/page.tsx'
import { BankBrowser } from './bank-browser.tsx'
import styles from './bank-browser.module.css'
import { QuestionEditor } from './question-editor.tsx'

export interface OpenQuestionsProps {
  readonly name: string
  /** The ways on from here, which are shut while something is written. */
  readonly ways: ReactNode
  readonly desk: BankDesk
  readonly state: OpenDesk
}

/** The questions of an open bank: looked through, or one of them written. */
export function OpenQuestions({ name, ways, desk, state }: OpenQuestionsProps) {
  const { t, language } = useTranslate()
  const { draft, bank } = state
  const { questions } = bank
  const [place, setPlace] = useState({ query: '', chosenId: null as string | null })
  const [said, setSaid] = useState('')
  const isOwn = state.head !== null
  const write = (form: QuestionForm): void => {
    setSaid('')
    desk.take(form)
  }
  const keep = async (question: Question): Promise<void> => {
    if (!(await desk.keep(question))) return
    setPlace({ query: questions.some(({ id }) => id === question.id) ? place.query : '', chosenId: question.id })
    setSaid(t('banks.edit.saved'))
  }
  const isNew = draft !== null && !questions.some(({ id }) => id === draft.form.rest.id)
  return (
    <Page wide title={name} actions={draft === null && ways}>
      <LiveRegion message={said} />
      {draft === null ? (
        <>
          <div className={styles['head']}>
            {isOwn ? (
              <Button
                size="small"
                icon={<Plus />}
                onClick={() =>
                  write(
                    newForm({
                      ...{ id: desk.newId(), language: questions.at(-1)?.language ?? language },
                      source: t('banks.edit.ownSource'),
                    }),
                  )
                }
              >
                {t('banks.edit.add')}
              </Button>
            ) : (
              <p className={styles['quiet']}>{t('banks.edit.builtIn')}</p>
            )}
            {said !== '' && <p aria-hidden>{said}</p>}
          </div>
          {questions.length === 0 ? (
            <p>{t('banks.browse.empty')}</p>
          ) : (
            <BankBrowser
              {...{ questions, place }}
              onPlace={setPlace}
              onEdit={isOwn ? (question) => write(formOf(question)) : null}
            />
          )}
        </>
      ) : (
        <QuestionEditor
          title={t(isNew ? 'banks.edit.titleNew' : 'banks.edit.titleEdit')}
          draft={draft}
          keeping={state.keeping}
          onChange={(form) => desk.change(form)}
          onKeep={(question) => void keep(question)}
          onLeave={() => desk.discard()}
        />
      )}
    </Page>
  )
}
