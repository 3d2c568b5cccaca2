import { useTranslate } from '#i18n/translator.ts'
import type { Leech } from '#stores/memory-state.ts'
import { Chip } from '#ui/chip.tsx'
import { classNames } from '#ui/class-names.ts'
import { QuestionLine } from './question-line.tsx'
import styles from './review.module.css'

/** Questions that asking again does not help. */
export function LeechSection({ leeches }: { readonly leeches: readonly Leech[] }) {
  const { t } = useTranslate()
  return (
    <section className={classNames(styles['section'], styles['screenOnly'])} aria-labelledby="review-leeches">
      <h2 id="review-leeches">{t('review.leeches.title')}</h2>
      {leeches.length === 0 ? (
        <p>{t('review.leeches.nothing')}</p>
      ) : (
        <>
          <p>{t('review.leeches.lead')}</p>
          <ul className={styles['list']}>
            {leeches.map(({ key, question, lapses }) => (
              <li key={key}>
                <QuestionLine question={question} />
                <p className={styles['chips']}>
                  <Chip tone="doubt">{t('review.leeches.lapses', { count: lapses })}</Chip>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
