import type { ExtractedAnswer } from '#domain/question-bank/extract-answer.ts'
import type { OptionLabel } from '#domain/question-bank/question.ts'
import { isAnswer } from '#domain/question-bank/question.ts'
import type { GradedItem } from '#domain/quiz/session.ts'
import { useTranslate } from '#i18n/translator.ts'
import { OptionMark } from '#ui/option-mark.tsx'
import styles from './comparison-row.module.css'

export interface ComparisonRowProps {
  readonly item: GradedItem
  readonly named: ExtractedAnswer
  readonly level: 2 | 3
}

/** The student's choice, the model's and the key, side by side, in words and letters. */
export function ComparisonRow({ item, named, level }: ComparisonRowProps) {
  const { t } = useTranslate()
  const Heading = `h${level === 2 ? 3 : 4}` as const
  return (
    <section className={styles['comparison']}>
      <Heading>{t('quiz.compare.title')}</Heading>
      <dl className={styles['row']}>
        <div className={styles['side']}>
          <dt>{t('quiz.compare.yours')}</dt>
          <dd>
            <Choice item={item} label={item.choice} />
          </dd>
        </div>
        <div className={styles['side']}>
          <dt>{t('quiz.compare.models')}</dt>
          <dd>{named.kind === 'answer' ? <Choice item={item} label={named.label} /> : t('quiz.compare.none')}</dd>
        </div>
        <div className={styles['side']}>
          <dt>{t('quiz.compare.key')}</dt>
          {item.question.answers.map((label) => (
            <dd key={label}>
              <Choice item={item} label={label} />
            </dd>
          ))}
        </div>
      </dl>
    </section>
  )
}

function Choice({ item, label }: { readonly item: GradedItem; readonly label: OptionLabel }) {
  const { t } = useTranslate()
  const isRight = isAnswer(item.question, label)
  const text = item.question.options.find((option) => option.label === label)?.text
  return (
    <span className={styles['choice']}>
      <OptionMark
        letter={label}
        state={isRight ? 'right' : 'wrong'}
        stateLabel={t(isRight ? 'quiz.feedback.right' : 'quiz.feedback.wrong')}
      />
      <span lang={item.question.language}>{text}</span>
    </span>
  )
}
