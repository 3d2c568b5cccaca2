import type { QuizSession } from '#domain/quiz/session.ts'
import { useTranslate } from '#i18n/translator.ts'
import { classNames } from '#ui/class-names.ts'
import { Check, X } from 'lucide-react'
import styles from './item-navigator.module.css'

export interface ItemNavigatorProps {
  readonly session: QuizSession
  readonly onGo: (index: number) => void
}

/** The thin bar of all items: a number each, with a tick or a cross once graded. */
export function ItemNavigator({ session, onGo }: ItemNavigatorProps) {
  const { t } = useTranslate()
  return (
    <nav aria-label={t('quiz.question.navigator')}>
      <ol className={styles['list']}>
        {session.items.map((item, index) => {
          const state = item.kind === 'open' ? 'itemOpen' : item.correct ? 'itemRight' : 'itemWrong'
          const number = index + 1
          return (
            <li key={item.question.id}>
              <button
                type="button"
                className={classNames(styles['item'], styles[state])}
                aria-current={index === session.current ? 'step' : undefined}
                onClick={() => onGo(index)}
              >
                {number}
                <span className="sr-only">{t(`quiz.question.${state}`)}</span>
                {state === 'itemRight' && <Check className={styles['sign']} strokeWidth={3} aria-hidden />}
                {state === 'itemWrong' && <X className={styles['sign']} strokeWidth={3} aria-hidden />}
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
