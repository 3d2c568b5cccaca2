import { useState } from 'react'
import { bankAsAnki } from '#domain/question-bank/export-anki.ts'
import { bankAsCsv } from '#domain/question-bank/export-csv.ts'
import { bankAsJson } from '#domain/question-bank/export-json.ts'
import type { QuestionBank } from '#domain/question-bank/question.ts'
import type { PlainKey } from '#i18n/translator.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Result } from '#lib/result.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Notice } from '#ui/notice.tsx'
import { fileName, saveText } from '#ui/save-text.ts'
import { Waiting } from '#ui/waiting.tsx'
import styles from './banks.module.css'

interface ExportForm {
  readonly name: PlainKey
  readonly hint: PlainKey
  readonly write: (bank: QuestionBank) => string
  readonly ending: string
  readonly type: string
}

const forms: readonly ExportForm[] = [
  {
    ...{ name: 'banks.export.json', hint: 'banks.export.jsonHint' },
    ...{ write: bankAsJson, ending: 'json', type: 'application/json' },
  },
  { ...{ name: 'banks.export.csv', hint: 'banks.export.csvHint' }, write: bankAsCsv, ending: 'csv', type: 'text/csv' },
  {
    ...{ name: 'banks.export.anki', hint: 'banks.export.ankiHint' },
    ...{ write: bankAsAnki, ending: 'txt', type: 'text/plain' },
  },
]

export interface ExportMenuProps {
  readonly name: string
  readonly read: () => Promise<Result<QuestionBank, unknown>>
}

type Outcome = { readonly kind: 'none' | 'reading' | 'failed' } | { readonly kind: 'saved'; readonly file: string }

/** A bank as a file, in one of the forms that other programs read. */
export function ExportMenu({ name, read }: ExportMenuProps) {
  const { t } = useTranslate()
  const [isOpen, setOpen] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const save = async ({ write, ending, type }: ExportForm): Promise<void> => {
    setOutcome({ kind: 'reading' })
    const bank = await read()
    if (!bank.ok) {
      setOutcome({ kind: 'failed' })
      return
    }
    const file = fileName(name, ending)
    saveText(file, write(bank.value), type)
    setOutcome({ kind: 'saved', file })
  }
  return (
    <div className={styles['export']}>
      <Disclosure
        summary={
          <>
            <span aria-hidden>{t('banks.export.title')}</span>
            <span className="sr-only">{t('banks.export.thing', { name })}</span>
          </>
        }
        open={isOpen}
        onToggle={setOpen}
      >
        <ul className={styles['forms']}>
          {forms.map((form) => (
            <li key={form.ending} className={styles['form']}>
              <Button size="small" disabled={outcome.kind === 'reading'} onClick={() => void save(form)}>
                {t(form.name)}
              </Button>
              <p className={styles['quiet']}>{t(form.hint)}</p>
            </li>
          ))}
        </ul>
        {outcome.kind === 'reading' && <Waiting label={t('banks.export.reading')} />}
        {outcome.kind === 'saved' && (
          <Notice tone="right" live>
            {t('banks.export.saved', { file: outcome.file })}
          </Notice>
        )}
        {outcome.kind === 'failed' && (
          <Notice tone="wrong" live>
            {t('banks.export.failed')}
          </Notice>
        )}
      </Disclosure>
    </div>
  )
}
