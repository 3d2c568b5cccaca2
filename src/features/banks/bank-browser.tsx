import { Pencil } from 'lucide-react'
import { useDeferredValue, useId, useMemo } from 'react'
import type { Question } from '#domain/question-bank/question.ts'
import { openQuestionSearch } from '#domain/question-bank/search-questions.ts'
import { subjectName } from '#i18n/subject-name.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { LiveRegion } from '#ui/live-region.tsx'
import { TextField } from '#ui/text-field.tsx'
import { WindowList } from '#ui/window-list.tsx'
import styles from './bank-browser.module.css'
import { QuestionRow } from './question-row.tsx'
import { QuestionView } from './question-view.tsx'

/** What is being looked for, and which question was chosen. */
export interface BrowserPlace {
  readonly query: string
  readonly chosenId: string | null
}

export interface BankBrowserProps {
  readonly questions: readonly Question[]
  readonly place: BrowserPlace
  readonly onPlace: (place: BrowserPlace) => void
  /** Null where nobody changes the questions. */
  readonly onEdit: ((question: Question) => void) | null
}

/** The questions of a bank: searched at every keystroke, chosen from a list, shown with their key. */
export function BankBrowser({ questions, place, onPlace, onEdit }: BankBrowserProps) {
  const { t } = useTranslate()
  const hintId = useId()
  const { query, chosenId } = place
  // The field answers at once; the list may follow a moment later.
  const wanted = useDeferredValue(query)
  const search = useMemo(() => openQuestionSearch(questions, (subject) => subjectName(t, subject)), [questions, t])
  const found = useMemo(
    () => search.find(wanted).flatMap((place) => questions[place] ?? []),
    [search, wanted, questions],
  )
  const row = found.findIndex(({ id }) => id === chosenId)
  const chosen = found[row]
  const count = t('banks.browse.found', { count: found.length })
  return (
    <div className={styles['browser']}>
      <div className={styles['side']}>
        <TextField
          {...{ type: 'search', label: t('banks.browse.search'), value: query }}
          onChange={(typed) => onPlace({ ...place, query: typed })}
          aria-describedby={`${hintId}-search`}
        />
        <p id={`${hintId}-search`} className={styles['quiet']}>
          {t('banks.browse.searchHint')}
        </p>
        <p aria-hidden>{found.length === 0 ? t('banks.browse.none') : count}</p>
        <LiveRegion message={found.length === 0 ? t('banks.browse.none') : count} />
        {found.length > 0 && (
          <WindowList
            key={wanted}
            label={t('banks.browse.list')}
            describedBy={`${hintId}-list`}
            items={found}
            renderRow={(question) => <QuestionRow question={question} />}
            chosen={row < 0 ? null : row}
            onChoose={(index) => onPlace({ ...place, chosenId: found[index]?.id ?? null })}
          />
        )}
        <p id={`${hintId}-list`} className={styles['quiet']}>
          {t('banks.browse.listHint')}
        </p>
      </div>
      <div className={styles['main']}>
        {chosen === undefined ? (
          <p className={styles['quiet']}>{t('banks.browse.unchosen')}</p>
        ) : (
          <QuestionView
            {...{ question: chosen, number: questions.indexOf(chosen) + 1, total: questions.length }}
            actions={
              onEdit !== null && (
                <Button size="small" icon={<Pencil />} onClick={() => onEdit(chosen)}>
                  {t('banks.edit.edit')}
                </Button>
              )
            }
          />
        )}
      </div>
    </div>
  )
}
