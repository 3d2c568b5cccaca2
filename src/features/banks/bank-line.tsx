import type { ReactNode } from 'react'
import { unknownAuthor, unknownLicence } from '#domain/importing/new-bank.ts'
import type { BankHead } from '#domain/question-bank/kept-bank.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { BankDesk } from '#stores/banks-desk.ts'
import { Button } from '#ui/button.tsx'
import styles from './banks.module.css'
import { ExportMenu } from './export-menu.tsx'

type Desk = Pick<BankDesk, 'open' | 'read'>

export interface BankLineProps {
  readonly head: BankHead
  readonly desk: Desk
  readonly onSolve: () => void
  readonly onRemove: () => void
}

export function BankLine({ head, desk, onSolve, onRemove }: BankLineProps) {
  const { t, language } = useTranslate()
  const name = head.title[language]
  const licence = head.licence === unknownLicence ? t('banks.list.unknownLicence') : head.licence
  return (
    <Line
      {...{ name, head, desk, onSolve }}
      more={
        <Button size="small" variant="quiet" aria-label={t('banks.list.removeThing', { name })} onClick={onRemove}>
          {t('banks.list.remove')}
        </Button>
      }
    >
      <p>{t('banks.list.count', { count: head.count })}</p>
      <p className={styles['quiet']}>
        {[head.author, licence, head.fileName].filter((part) => part !== unknownAuthor && part !== '').join(' · ')}
      </p>
      {head.notice !== null && <p className={styles['quiet']}>{head.notice[language]}</p>}
    </Line>
  )
}

export function BuiltInLine({ desk, onSolve }: { readonly desk: Desk; readonly onSolve: () => void }) {
  const { t } = useTranslate()
  return (
    <Line name={t('quiz.start.builtIn')} head={null} {...{ desk, onSolve }}>
      <p className={styles['quiet']}>{t('banks.list.builtIn')}</p>
    </Line>
  )
}

interface LineProps {
  readonly name: string
  readonly head: BankHead | null
  readonly desk: Desk
  readonly onSolve: () => void
  readonly more?: ReactNode
  readonly children: ReactNode
}

/** What a bank is and what can be done with it. */
function Line({ name, head, desk, onSolve, more, children }: LineProps) {
  const { t } = useTranslate()
  return (
    <li className={styles['bank']}>
      <div className={styles['words']}>
        <p className={styles['name']}>{name}</p>
        {children}
      </div>
      <div className={styles['actions']}>
        <Button size="small" aria-label={t('banks.list.solveThing', { name })} onClick={onSolve}>
          {t('banks.list.solve')}
        </Button>
        <Button size="small" aria-label={t('banks.list.openThing', { name })} onClick={() => void desk.open(head)}>
          {t('banks.list.open')}
        </Button>
        {more}
      </div>
      <ExportMenu name={name} read={() => desk.read(head)} />
    </li>
  )
}
