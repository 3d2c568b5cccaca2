import { confidences } from '#domain/quiz/session.ts'
import type { OpenItem } from '#domain/quiz/session.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Quiz } from '#stores/quiz.ts'
import { Button } from '#ui/button.tsx'
import { RadioRow } from '#ui/radio-row.tsx'
import { use, useId } from 'react'
import styles from './open-answer.module.css'
import { OptionChoices } from './option-choices.tsx'
import { confidenceWords } from './quiz-words.ts'
import { Shortcut, ShortcutsOn } from './shortcut.tsx'

/** Everything that is committed to before the key is shown: an option and how sure one is. */
export function OpenAnswer({ quiz, item }: { readonly quiz: Quiz; readonly item: OpenItem }) {
  const { t } = useTranslate()
  const areKeysOn = use(ShortcutsOn)
  const hintId = useId()
  const missing =
    item.choice === null
      ? t('quiz.question.needChoice')
      : item.confidence === null
        ? t('quiz.question.needConfidence')
        : null
  return (
    <>
      <OptionChoices
        question={item.question}
        choice={item.choice}
        struck={item.struck}
        onChoose={(label) => quiz.choose(label)}
        onStrike={(label) => quiz.strike(label)}
      />
      <RadioRow
        label={t('quiz.question.confidence')}
        options={confidences.map((confidence) => ({ value: confidence, label: t(confidenceWords[confidence]) }))}
        value={item.confidence}
        onChange={(confidence) => quiz.rate(confidence)}
      />
      <div className={styles['commit']}>
        <Button
          variant="primary"
          aria-keyshortcuts={areKeysOn ? 'Enter' : undefined}
          aria-disabled={missing !== null}
          aria-describedby={missing === null ? undefined : hintId}
          onClick={() => quiz.grade()}
        >
          {t('quiz.question.grade')}
          <Shortcut keys="Enter" />
        </Button>
        {missing !== null && (
          <p id={hintId} className={styles['hint']}>
            {missing}
          </p>
        )}
      </div>
    </>
  )
}
