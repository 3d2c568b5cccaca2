import { isAnswer } from '#domain/question-bank/question.ts'
import type { GradedItem, UnansweredItem } from '#domain/quiz/session.ts'
import { useTranslate } from '#i18n/translator.ts'
import { Chip } from '#ui/chip.tsx'
import { classNames } from '#ui/class-names.ts'
import { OptionMark } from '#ui/option-mark.tsx'
import { Termed } from '../aids/terms.tsx'
import styles from './options.module.css'

/** The options once the key is known: which that is, which was chosen, and why each is right or attracts. */
export function OptionRationales({ item }: { readonly item: GradedItem | UnansweredItem }) {
  const { t } = useTranslate()
  return (
    <ol className={styles['list']} aria-label={t('quiz.question.options')}>
      {item.question.options.map(({ label, text, rationale }) => {
        const isKey = isAnswer(item.question, label)
        const isChoice = item.kind === 'graded' && item.choice === label
        const isMistaken = isChoice && !isKey
        return (
          <li
            key={label}
            className={classNames(styles['graded'], isKey && styles['key'], isMistaken && styles['mistaken'])}
          >
            <OptionMark letter={label} state={isKey ? 'right' : isMistaken ? 'wrong' : 'idle'} />
            <div className={styles['words']}>
              <div className={styles['head']}>
                <span lang={item.question.language}>
                  <Termed text={text} />
                </span>
                {isKey && <Chip tone="right">{t('quiz.feedback.isKey')}</Chip>}
                {isChoice && <Chip tone={isKey ? 'right' : 'wrong'}>{t('quiz.feedback.isChoice')}</Chip>}
              </div>
              {rationale !== '' && (
                <p className={styles['rationale']} lang={item.question.language}>
                  {rationale}
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
