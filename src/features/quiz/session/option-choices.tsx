import type { OptionLabel, Question } from '#domain/question-bank/question.ts'
import { useTranslate } from '#i18n/translator.ts'
import { classNames } from '#ui/class-names.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { OptionMark } from '#ui/option-mark.tsx'
import { Strikethrough, Undo2 } from 'lucide-react'
import { useId } from 'react'
import { Termed } from '../aids/terms.tsx'
import styles from '../answer/options.module.css'

export interface OptionChoicesProps {
  readonly question: Question
  readonly choice: OptionLabel | null
  readonly struck: readonly OptionLabel[]
  readonly onChoose: (label: OptionLabel) => void
  readonly onStrike: (label: OptionLabel) => void
}

/** The options as rows to choose from; each can be struck out beside it. */
export function OptionChoices({ question, choice, struck, onChoose, onStrike }: OptionChoicesProps) {
  const { t } = useTranslate()
  const name = useId()
  return (
    <fieldset>
      <legend className="sr-only">{t('quiz.question.options')}</legend>
      <ol className={styles['list']}>
        {question.options.map(({ label, text }) => {
          const isStruck = struck.includes(label)
          const state = label === choice ? 'chosen' : isStruck ? 'struck' : 'idle'
          return (
            <li key={label} className={classNames(styles['row'], styles[state])}>
              <label className={styles['choice']}>
                <input
                  type="radio"
                  className="sr-only"
                  name={name}
                  value={label}
                  checked={label === choice}
                  onChange={() => onChoose(label)}
                />
                <OptionMark letter={label} state={state} {...(isStruck && { stateLabel: t('quiz.question.struck') })} />
                <span className={styles['text']} lang={question.language}>
                  <Termed text={text} inLabel />
                </span>
              </label>
              <IconButton
                label={t(isStruck ? 'quiz.question.unstrike' : 'quiz.question.strike', { label })}
                icon={isStruck ? <Undo2 aria-hidden /> : <Strikethrough aria-hidden />}
                onClick={() => onStrike(label)}
              />
            </li>
          )
        })}
      </ol>
    </fieldset>
  )
}
