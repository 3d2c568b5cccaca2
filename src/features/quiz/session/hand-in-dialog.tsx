import type { QuizItem, QuizSession } from '#domain/quiz/session.ts'
import { currentBlock, isInBlock, numberOf } from '#domain/quiz/session.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import styles from './hand-in-dialog.module.css'

export interface HandInDialogProps {
  readonly open: boolean
  readonly session: QuizSession
  readonly onGo: (index: number) => void
  readonly onHandIn: () => void
  readonly onClose: () => void
}

/** Asks before a block is handed in, and leads back to what has no answer or was flagged. */
export function HandInDialog({ open, session, onGo, onHandIn, onClose }: HandInDialogProps) {
  const { t, language } = useTranslate()
  const block = currentBlock(session)
  const indicesOf = (isIt: (item: QuizItem) => boolean): readonly number[] =>
    session.items.flatMap((item, index) => (isInBlock(block, index) && isIt(item) ? [index] : []))
  const missing = indicesOf((item) => item.kind === 'open' && item.work.choice === null)
  const flagged = indicesOf((item) => item.work.isFlagged)
  const numbers = { session, onGo }
  return (
    <Dialog
      open={open}
      title={block.name === null ? t('quiz.handIn.title') : t('quiz.handIn.titleNamed', { name: block.name[language] })}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('quiz.handIn.goOn')}</Button>
          <Button variant="primary" onClick={onHandIn}>
            {t('quiz.handIn.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <p>{missing.length === 0 ? t('quiz.handIn.allAnswered') : t('quiz.handIn.note')}</p>
        {missing.length > 0 && (
          <Numbers title={t('quiz.handIn.missing', { count: missing.length })} indices={missing} {...numbers} />
        )}
        {flagged.length > 0 && (
          <Numbers title={t('quiz.handIn.flagged', { count: flagged.length })} indices={flagged} {...numbers} />
        )}
      </div>
    </Dialog>
  )
}

interface NumbersProps extends Pick<HandInDialogProps, 'session' | 'onGo'> {
  readonly title: string
  readonly indices: readonly number[]
}

function Numbers({ title, indices, session, onGo }: NumbersProps) {
  const { t } = useTranslate()
  return (
    <section className={styles['group']}>
      <h3>{title}</h3>
      <ul className={styles['numbers']}>
        {indices.map((index) => (
          <li key={index}>
            <Button size="small" onClick={() => onGo(index)}>
              {t('quiz.handIn.number', { number: numberOf(session, index) })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
