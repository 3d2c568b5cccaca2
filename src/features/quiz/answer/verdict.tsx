import type { GradedItem } from '#domain/quiz/session.ts'
import { useTranslate } from '#i18n/translator.ts'
import { classNames } from '#ui/class-names.ts'
import { CircleCheck, OctagonX } from 'lucide-react'
import type { Ref } from 'react'
import { confidenceWords, keyLetters, timeWords } from '../quiz-words.ts'
import styles from './verdict.module.css'

export interface VerdictProps {
  readonly item: GradedItem
  readonly level: 2 | 3
  readonly headingRef?: Ref<HTMLHeadingElement>
}

/** Right or wrong, in a word and a shape, with what it says about how sure one was. */
export function Verdict({ item, level, headingRef }: VerdictProps) {
  const { t } = useTranslate()
  const Heading = `h${level}` as const
  const Icon = item.correct ? CircleCheck : OctagonX
  return (
    <section className={classNames(styles['verdict'], styles[item.correct ? 'right' : 'wrong'])}>
      <Icon className={styles['icon']} aria-hidden />
      <div className={styles['words']}>
        <Heading ref={headingRef} tabIndex={-1} className={styles['heading']}>
          {t(item.correct ? 'quiz.feedback.right' : 'quiz.feedback.wrong')}
        </Heading>
        <p className={styles['facts']}>
          <span>{t('quiz.feedback.keyIs', { key: keyLetters(item.question.answers) })}</span>
          {item.confidence !== null && (
            <span>{t('quiz.feedback.yourConfidence', { confidence: t(confidenceWords[item.confidence]) })}</span>
          )}
          <span>{t('quiz.feedback.took', { time: timeWords(t, item.spent) })}</span>
        </p>
        {!item.correct && item.confidence === 'certain' && <p>{t('quiz.feedback.wrongAndCertain')}</p>}
        {item.correct && item.confidence === 'guess' && <p>{t('quiz.feedback.rightByGuess')}</p>}
      </div>
    </section>
  )
}
