import { CircleX, Repeat2, RotateCcw } from 'lucide-react'
import { useTranslate } from '#i18n/translator.ts'
import { subjectName } from '#i18n/subject-name.ts'
import { percent } from '#lib/percent.ts'
import type { MemoryStore } from '#stores/memory.ts'
import type { DueItem, MemoryView } from '#stores/memory-state.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { classNames } from '#ui/class-names.ts'
import { QuestionLine } from './question-line.tsx'
import styles from './review.module.css'

/** A session that can be done in one sitting; the rest stays due. */
const mostAtOnce = 30
const mostListed = 10

/** What is to be looked at again today, and why. */
export function DueSection({ memory, view }: { readonly memory: MemoryStore; readonly view: MemoryView }) {
  const { t } = useTranslate()
  const { due, missed, today } = view
  const toReview = Math.min(due.length, mostAtOnce)
  const toRedo = Math.min(missed.length, mostAtOnce)
  return (
    <section className={classNames(styles['section'], styles['screenOnly'])} aria-labelledby="review-due">
      <h2 id="review-due">{t('review.due.title')}</h2>
      {due.length === 0 ? (
        <NothingDue forecast={view.forecast} />
      ) : (
        <p>{t('review.due.count', { count: due.length })}</p>
      )}
      <div className={styles['actions']}>
        {toReview > 0 && (
          <Button variant="primary" icon={<Repeat2 aria-hidden />} onClick={() => memory.reviewDue(mostAtOnce)}>
            {t('review.due.start', { count: toReview })}
          </Button>
        )}
        {toRedo > 0 && (
          <Button icon={<RotateCcw aria-hidden />} onClick={() => memory.redoMissed(mostAtOnce)}>
            {t('review.due.redo', { count: toRedo })}
          </Button>
        )}
      </div>
      {due.length > 0 && (
        <>
          <h3>{t('review.due.list')}</h3>
          <ol className={styles['list']}>
            {due.slice(0, mostListed).map((item) => (
              <li key={`${item.memory.bankId}/${item.question.id}`}>
                <QuestionLine question={item.question} />
                <Reasons item={item} daysOver={today - item.memory.learnt.dueOn} />
              </li>
            ))}
          </ol>
          {due.length > mostListed && <p>{t('review.due.more', { count: due.length - mostListed })}</p>}
          <p className={styles['quiet']}>{t('review.due.siblings')}</p>
        </>
      )}
    </section>
  )
}

function NothingDue({ forecast }: { readonly forecast: readonly number[] }) {
  const { t } = useTranslate()
  const next = forecast.findIndex((count, day) => day > 0 && count > 0)
  return (
    <p>
      {t('review.due.none')} {next < 0 ? t('review.due.noneSoon') : t('review.due.next', { count: next })}
    </p>
  )
}

function Reasons({ item, daysOver }: { readonly item: DueItem; readonly daysOver: number }) {
  const { t } = useTranslate()
  return (
    <p className={styles['chips']}>
      {item.wasWrongAndCertain && (
        <Chip tone="wrong" icon={<CircleX aria-hidden />}>
          {t('review.due.wrongAndCertain')}
        </Chip>
      )}
      {item.isLeech && <Chip tone="doubt">{t('review.due.leech')}</Chip>}
      <Chip>{daysOver === 0 ? t('review.due.today') : t('review.due.overdue', { count: daysOver })}</Chip>
      <Chip>{t('review.due.recall', { percent: percent(item.recall) })}</Chip>
      <Chip>{subjectName(t, item.question.subject)}</Chip>
    </p>
  )
}
