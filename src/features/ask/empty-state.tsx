import { useTranslate } from '#i18n/translator.ts'
import { Button } from '#ui/button.tsx'
import styles from './empty-state.module.css'

/** A question to begin with. */
export interface AskExample {
  readonly label: string
  readonly question: string
}

export interface EmptyStateProps {
  readonly examples: readonly AskExample[]
  readonly onChoose: (question: string) => void
}

/** What a conversation looks like before its first question. */
export function EmptyState({ examples, onChoose }: EmptyStateProps) {
  const { t } = useTranslate()
  return (
    <section className={styles['empty']}>
      <h2>{t('ask.start.title')}</h2>
      <p className={styles['detail']}>{t('ask.start.detail')}</p>
      {examples.length > 0 && (
        <>
          <h3>{t('ask.start.examples')}</h3>
          <ul className={styles['examples']}>
            {examples.map(({ label, question }) => (
              <li key={question}>
                <Button onClick={() => onChoose(question)}>{label}</Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
