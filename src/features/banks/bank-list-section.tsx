import type { Ref } from 'react'
import type { BankHead } from '#domain/question-bank/kept-bank.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { BankDesk } from '#stores/banks-desk.ts'
import type { BankList } from '#stores/banks-state.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Waiting } from '#ui/waiting.tsx'
import { BankLine, BuiltInLine } from './bank-line.tsx'
import styles from './banks.module.css'
import { NewBankForm } from './new-bank-form.tsx'

export interface BankListSectionProps {
  readonly list: BankList
  readonly desk: Pick<BankDesk, 'open' | 'openNew' | 'read'>
  readonly onSolve: (bank: BankHead | null) => void
  readonly onRemove: (bank: BankHead) => void
  readonly onRetry: () => void
  readonly headingRef: Ref<HTMLHeadingElement>
}

/** Every bank, a line each; the one that comes with the app is the last. */
export function BankListSection({ list, desk, onSolve, onRemove, onRetry, headingRef }: BankListSectionProps) {
  const { t } = useTranslate()
  return (
    <section className={styles['section']} aria-labelledby="banks-list">
      <h2 id="banks-list" ref={headingRef} tabIndex={-1}>
        {t('banks.list.title')}
      </h2>
      {(list.kind === 'absent' || list.kind === 'loading') && <Waiting label={t('banks.list.loading')} />}
      {list.kind === 'failed' && (
        <Notice tone="doubt" actions={<Button onClick={onRetry}>{t('common.retry')}</Button>}>
          {t('banks.list.failed')}
        </Notice>
      )}
      {list.kind === 'ready' && list.unreadable > 0 && (
        <Notice tone="doubt">{t('banks.list.unreadable', { count: list.unreadable })}</Notice>
      )}
      <ul className={styles['banks']}>
        {list.kind === 'ready' &&
          list.heads.map((head) => (
            <BankLine
              key={head.key}
              {...{ head, desk }}
              onSolve={() => onSolve(head)}
              onRemove={() => onRemove(head)}
            />
          ))}
        <BuiltInLine desk={desk} onSolve={() => onSolve(null)} />
      </ul>
      <NewBankForm onOpen={(title) => desk.openNew(title)} />
    </section>
  )
}
