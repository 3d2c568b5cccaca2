import type { Ref } from 'react'
import { useState } from 'react'
import type { BankAbout } from '#domain/importing/look.ts'
import type { Language } from '#i18n/language.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Banks } from '#stores/banks.ts'
import type { PreviewState } from '#stores/banks-state.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Waiting } from '#ui/waiting.tsx'
import styles from './banks.module.css'
import { formatWords } from './import-words.ts'
import { MappingForm } from './mapping-form.tsx'
import { QuestionSample } from './question-sample.tsx'
import { RowFaults, RowWarnings } from './row-notes.tsx'

export interface ImportPreviewSectionProps {
  readonly banks: Pick<Banks, 'choose' | 'keep' | 'leave'>
  readonly state: PreviewState
  readonly headingRef: Ref<HTMLHeadingElement>
}

const shownSamples = 5

/** What a file would come to, before anything of it is kept. */
export function ImportPreviewSection({ banks, state, headingRef }: ImportPreviewSectionProps) {
  const { t } = useTranslate()
  const { look, choice, preview, isStale, kept } = state
  const shown = preview.first.slice(0, shownSamples)
  return (
    <section className={styles['section']} aria-labelledby="banks-preview">
      <h2 id="banks-preview" ref={headingRef} tabIndex={-1}>
        {t('banks.preview.title')}
      </h2>
      <p role="status">
        {preview.count === 0
          ? t('banks.preview.none')
          : t('banks.preview.summary', { format: t(formatWords[look.format]), count: preview.count })}
      </p>
      {choice !== null && (
        <MappingForm
          tables={look.tables}
          choice={choice}
          disabled={kept !== null}
          onChoose={(table, mapping) => void banks.choose(table, mapping)}
        />
      )}
      {isStale && <Waiting label={t('banks.preview.stale')} />}
      <RowFaults faults={preview.faults} count={preview.faultCount} />
      <RowWarnings warnings={preview.warnings} count={preview.warningCount} />
      {shown.length > 0 && (
        <section aria-labelledby="banks-samples">
          <h3 id="banks-samples">{t('banks.preview.samples')}</h3>
          {preview.count > shown.length && <p>{t('banks.preview.samplesShown', { count: shown.length })}</p>}
          <ol className={styles['samples']}>
            {shown.map((question) => (
              <QuestionSample key={question.id} question={question} />
            ))}
          </ol>
        </section>
      )}
      <KeepForm banks={banks} state={state} />
    </section>
  )
}

function KeepForm({ banks, state }: Pick<ImportPreviewSectionProps, 'banks' | 'state'>) {
  const { t, language } = useTranslate()
  const { look, fileName, preview, isStale, kept, failure } = state
  const [title, setTitle] = useState(() => titleOf(look.about, fileName, language))
  const [author, setAuthor] = useState(look.about?.author ?? '')
  const [licence, setLicence] = useState(look.about?.licence ?? '')
  const hint = 'banks-licence-hint'
  return (
    <form
      className={styles['keep']}
      onSubmit={(event) => {
        event.preventDefault()
        void banks.keep({ title, author, licence })
      }}
    >
      <TextField label={t('banks.preview.name')} value={title} onChange={setTitle} disabled={kept !== null} />
      <TextField label={t('banks.preview.author')} value={author} onChange={setAuthor} disabled={kept !== null} />
      <div>
        <TextField
          {...{ label: t('banks.preview.licence'), value: licence, onChange: setLicence, disabled: kept !== null }}
          aria-describedby={hint}
        />
        <p id={hint} className={styles['quiet']}>
          {t('banks.preview.licenceHint')}
        </p>
      </div>
      {failure !== null && (
        <Notice tone="wrong" live>
          {t('banks.preview.notSaved')}
        </Notice>
      )}
      {kept !== null && (
        <ProgressBar
          label={t('banks.preview.saving')}
          value={kept / preview.count}
          detail={t('banks.preview.saved', { count: kept, total: preview.count })}
        />
      )}
      <div className={styles['actions']}>
        <Button type="submit" variant="primary" disabled={kept !== null || isStale || preview.count === 0}>
          {t('banks.preview.save', { count: preview.count })}
        </Button>
        <Button variant="quiet" onClick={() => banks.leave()}>
          {t('banks.preview.leave')}
        </Button>
      </div>
    </form>
  )
}

function titleOf(about: BankAbout | null, fileName: string, language: Language): string {
  return about?.title[language] ?? fileName.replace(/\.[a-z\d]{1,8}$/i, '')
}
