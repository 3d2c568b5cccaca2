import type { OpenItem, SessionMode } from '#domain/quiz/session.ts'
import { asksConfidence, confidences, showsKeyAtOnce } from '#domain/quiz/session.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Quiz } from '#stores/quiz.ts'
import { RadioRow } from '#ui/radio-row.tsx'
import { CommitButton } from './commit-button.tsx'
import { OptionChoices } from './option-choices.tsx'
import { confidenceWords } from '../quiz-words.ts'

export interface OpenAnswerProps {
  readonly quiz: Quiz
  readonly item: OpenItem
  readonly mode: SessionMode
}

/** Everything that is committed to before the key is shown: an option, and where it is asked for how sure one is. */
export function OpenAnswer({ quiz, item, mode }: OpenAnswerProps) {
  const { t } = useTranslate()
  const isGradedHere = showsKeyAtOnce({ mode })
  return (
    <>
      <OptionChoices
        question={item.question}
        choice={item.work.choice}
        struck={item.work.struck}
        onChoose={(label) => quiz.choose(label)}
        onStrike={(label) => quiz.strike(label)}
      />
      {asksConfidence({ mode }) && (
        <RadioRow
          label={t(isGradedHere ? 'quiz.question.confidence' : 'quiz.question.confidenceOptional')}
          options={confidences.map((confidence) => ({ value: confidence, label: t(confidenceWords[confidence]) }))}
          value={item.work.confidence}
          onChange={(confidence) => quiz.rate(confidence)}
        />
      )}
      {isGradedHere && <CommitButton work={item.work} onGrade={() => quiz.grade()} />}
    </>
  )
}
