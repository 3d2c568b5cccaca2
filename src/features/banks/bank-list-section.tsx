import { unknownAuthor, unknownLicence } from '#domain/importing/new-bank.ts'
import type { BankHead } from '#domain/question-bank/kept-bank.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { BankList } from '#stores/banks-state.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Waiting } from '#ui/waiting.tsx'
import styles from './banks.module.css'

export interface BankListSectionProps {
  readonly list: BankList
  readonly onSolve: (bank: BankHead | null) => void
  readonly onRemove: (bank: BankHead) => void
}

/** Every bank, a line each; the one that comes with the app is the last. */
export function BankListSection({ list, onSolve, onRemove }: BankListSectionProps) {
  const { t } = useTranslate()
  return (
    <section className={styles['section']} aria-labelledby="banks-list">
      <h2 id="banks-list">{t('banks.list.title')}</h2>
      {(list.kind === 'absent' || list.kind === 'loading') && <Waiting label={t('banks.list.loading')} />}
      {list.kind === 'failed' && <Notice tone="doubt">{t('banks.list.failed')}</Notice>}
      {list.kind === 'ready' && list.unreadable > 0 && (
        <Notice tone="doubt">{t('banks.list.unreadable', { count: list.unreadable })}</Notice>
      )}
      <ul className={styles['banks']}>
        {list.kind === 'ready' &&
          list.heads.map((head) => (
            <BankLine key={head.key} head={head} onSolve={() => onSolve(head)} onRemove={() => onRemove(head)} />
          ))}
        <BuiltInLine onSolve={() => onSolve(null)} />
      </ul>
    </section>
  )
}

function BankLine({
  head,
  onSolve,
  onRemove,
}: {
  readonly head: BankHead
  readonly onSolve: () => void
  readonly onRemove: () => void
}) {
  const { t, language } = useTranslate()
  const name = head.title[language]
  const licence = head.licence === unknownLicence ? t('banks.list.unknownLicence') : head.licence
  return (
    <li className={styles['bank']}>
      <div className={styles['words']}>
        <p className={styles['name']}>{name}</p>
        <p>{t('banks.list.count', { count: head.count })}</p>
        <p className={styles['quiet']}>
          {[head.author, licence, head.fileName].filter((part) => part !== unknownAuthor).join(' · ')}
        </p>
        {head.notice !== null && <p className={styles['quiet']}>{head.notice[language]}</p>}
      </div>
      <div className={styles['actions']}>
        <Button size="small" aria-label={t('banks.list.solveThing', { name })} onClick={onSolve}>
          {t('banks.list.solve')}
        </Button>
        <Button size="small" variant="quiet" aria-label={t('banks.list.removeThing', { name })} onClick={onRemove}>
          {t('banks.list.remove')}
        </Button>
      </div>
    </li>
  )
}

function BuiltInLine({ onSolve }: { readonly onSolve: () => void }) {
  const { t } = useTranslate()
  const name = t('quiz.start.builtIn')
  return (
    <li className={styles['bank']}>
      <div className={styles['words']}>
        <p className={styles['name']}>{name}</p>
        <p className={styles['quiet']}>{t('banks.list.builtIn')}</p>
      </div>
      <div className={styles['actions']}>
        <Button size="small" aria-label={t('banks.list.solveThing', { name })} onClick={onSolve}>
          {t('banks.list.solve')}
        </Button>
      </div>
    </li>
  )
}
