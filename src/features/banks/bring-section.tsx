import { FileUp } from 'lucide-react'
import type { Ref } from 'react'
import { useEffect, useId, useRef } from 'react'
import type { BankHead } from '#domain/question-bank/kept-bank.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Banks } from '#stores/banks.ts'
import type { ImportingState } from '#stores/banks-state.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Notice } from '#ui/notice.tsx'
import { takeDrops } from '#ui/take-drops.ts'
import { Waiting } from '#ui/waiting.tsx'
import styles from './banks.module.css'
import { failureText } from './import-words.ts'

export interface BringSectionProps {
  readonly banks: Pick<Banks, 'look' | 'leave'>
  readonly importing: Exclude<ImportingState, { readonly kind: 'preview' }>
  readonly onSolve: (bank: BankHead) => void
  readonly headingRef: Ref<HTMLHeadingElement>
}

/** The way in for a file, and how that went. */
export function BringSection({ banks, importing, onSolve, headingRef }: BringSectionProps) {
  const { t, language } = useTranslate()
  return (
    <section className={styles['section']} aria-labelledby="banks-bring">
      <h2 id="banks-bring" ref={headingRef} tabIndex={-1}>
        {t('banks.bring.title')}
      </h2>
      {importing.kind === 'reading' ? (
        <div className={styles['reading']}>
          <Waiting label={t('banks.bring.reading', { name: importing.fileName })} />
          <Button size="small" onClick={() => banks.leave()}>
            {t('banks.bring.cancel')}
          </Button>
        </div>
      ) : (
        <FileField onPick={(file) => void banks.look(file, file.name)} />
      )}
      {importing.kind === 'failed' && (
        <Notice tone="wrong" live title={t('banks.failure.title', { name: importing.fileName })}>
          {failureText(t, importing.failure)}
        </Notice>
      )}
      {importing.kind === 'done' && (
        <Notice
          tone="right"
          live
          actions={<Button onClick={() => onSolve(importing.head)}>{t('banks.bring.solve')}</Button>}
        >
          {importing.leftOut === 0
            ? t('banks.bring.done', { title: importing.head.title[language], count: importing.head.count })
            : t('banks.bring.doneLeftOut', {
                ...{ title: importing.head.title[language], count: importing.head.count, left: importing.leftOut },
              })}
        </Notice>
      )}
    </section>
  )
}

function FileField({ onPick }: { readonly onPick: (file: File) => void }) {
  const { t } = useTranslate()
  const id = useId()
  const area = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      takeDrops(area.current, ({ files: [file] }) => {
        if (file !== undefined) onPick(file)
      }),
    [onPick],
  )
  return (
    <div ref={area} className={styles['drop']}>
      <input
        id={id}
        className={classNames('sr-only', styles['file'])}
        type="file"
        aria-describedby={`${id}-formats`}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file !== undefined) onPick(file)
          // The same file, mended, can be chosen again.
          event.target.value = ''
        }}
      />
      {/* The browser's own button speaks the browser's language, and not always this one. */}
      <label className={styles['pick']} htmlFor={id}>
        <FileUp aria-hidden />
        {t('banks.bring.pick')}
      </label>
      <p className={styles['quiet']}>{t('banks.bring.drop')}</p>
      <p id={`${id}-formats`} className={styles['quiet']}>
        {t('banks.bring.formats')}
      </p>
      <p className={styles['quiet']}>{t('banks.bring.rights')}</p>
    </div>
  )
}
