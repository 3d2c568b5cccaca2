import { optionLabels } from '#domain/question-bank/question.ts'
import { useTranslate } from '#i18n/translator.ts'
import { KeyHint } from '#ui/key-hint.tsx'
import { use } from 'react'
import styles from './key-guide.module.css'
import { ShortcutsOn } from './shortcut.tsx'

/** The keys of the page of a question, in one line. Gone where there is no keyboard or keys are off. */
export function KeyGuide({ optionCount }: { readonly optionCount: number }) {
  const { t } = useTranslate()
  const isOn = use(ShortcutsOn)
  if (!isOn) return null
  const letters = `A–${optionLabels[optionCount - 1] ?? 'E'}`
  const keys = [
    [letters, t('quiz.question.keyChoose')],
    [`Shift + ${letters}`, t('quiz.question.keyStrike')],
    ['1–4', t('quiz.question.keyConfidence')],
    ['Enter', t('quiz.question.keyGrade')],
    ['N', t('quiz.question.keyNext')],
    ['P', t('quiz.question.keyPrevious')],
  ] as const
  return (
    <dl className={styles['guide']}>
      {keys.map(([key, does]) => (
        <div key={key} className={styles['pair']}>
          <dt>
            <KeyHint keys={key} />
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
