import { Printer } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ErrorCause } from '#domain/quiz/review-event.ts'
import { errorCauses } from '#domain/quiz/review-event.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { DiaryItem } from '#stores/memory-state.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { LiveRegion } from '#ui/live-region.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { DiaryEntry } from './diary-entry.tsx'
import styles from './review.module.css'

export interface DiarySectionProps {
  readonly diary: readonly DiaryItem[]
  readonly onWrite: (attemptId: string, cause: ErrorCause | null, lesson: string) => void
}

/** The error diary (오답노트): all entries, or those of one cause. What is shown is what is printed. */
export function DiarySection({ diary, onWrite }: DiarySectionProps) {
  const { t } = useTranslate()
  const [filter, setFilter] = useState<ErrorCause | 'all' | 'none'>('all')
  const [saved, setSaved] = useState('')
  const title = useRef<HTMLHeadingElement>(null)
  const isShown = (cause: ErrorCause | null): boolean => filter === 'all' || filter === (cause ?? 'none')
  const shown = diary.filter(({ cause }) => isShown(cause))
  const write = (attemptId: string, cause: ErrorCause | null, lesson: string): void => {
    onWrite(attemptId, cause, lesson)
    setSaved(t('review.diary.saved'))
    if (!isShown(cause)) title.current?.focus()
  }
  return (
    <section className={styles['section']} aria-labelledby="review-diary">
      <h2 id="review-diary" ref={title} tabIndex={-1}>
        {t('review.diary.title')}
      </h2>
      {diary.length === 0 ? (
        <p>{t('review.diary.nothing')}</p>
      ) : (
        <>
          <p className={styles['screenOnly']}>{t('review.diary.lead')}</p>
          <div className={classNames(styles['actions'], styles['screenOnly'])}>
            <SelectField
              label={t('review.diary.filter')}
              value={filter}
              options={[
                { value: 'all', label: t('review.diary.all') },
                ...errorCauses.map((value) => ({ value, label: t(`review.diary.cause.${value}`) })),
                { value: 'none', label: t('review.diary.noCause') },
              ]}
              onChange={setFilter}
            />
            <p className="tabular">{t('review.diary.shown', { count: shown.length })}</p>
            <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
              {t('review.diary.print')}
            </Button>
          </div>
          {shown.length === 0 && <p>{t('review.diary.noneOfCause')}</p>}
          <ul className={styles['list']}>
            {shown.map((item) => (
              <li key={item.key}>
                <DiaryEntry item={item} onEdit={() => setSaved('')} onWrite={write} />
              </li>
            ))}
          </ul>
        </>
      )}
      <LiveRegion message={saved} />
    </section>
  )
}
