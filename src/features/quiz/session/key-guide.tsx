import { optionLabels } from '#domain/question-bank/question.ts'
import type { QuizSession } from '#domain/quiz/session.ts'
import { asksConfidence, currentItem, showsKeyAtOnce } from '#domain/quiz/session.ts'
import type { PlainKey } from '#i18n/translator.ts'
import { useTranslate } from '#i18n/translator.ts'
import { KeyHint } from '#ui/key-hint.tsx'
import { use } from 'react'
import styles from './key-guide.module.css'
import type { CommandLetter } from './quiz-keys.ts'
import { isFreeLetter } from './quiz-keys.ts'
import { ShortcutsOn } from '../shortcut.tsx'

const commands = [
  ['N', 'quiz.question.keyNext'],
  ['P', 'quiz.question.keyPrevious'],
  ['F', 'quiz.question.keyFlag'],
  ['H', 'quiz.question.keyHighlight'],
] as const satisfies readonly (readonly [CommandLetter, PlainKey])[]

/** The keys of the page of a question, in one line. Gone where there is no keyboard or keys are off. */
export function KeyGuide({ session }: { readonly session: QuizSession }) {
  const { t } = useTranslate()
  const isOn = use(ShortcutsOn)
  if (!isOn) return null
  const optionCount = currentItem(session).question.options.length
  const letters = `A–${optionLabels[optionCount - 1] ?? 'E'}`
  const keys: readonly (readonly [string, PlainKey])[] = [
    [letters, 'quiz.question.keyChoose'],
    [`Shift + ${letters}`, 'quiz.question.keyStrike'],
    ...(asksConfidence(session) ? [['1–4', 'quiz.question.keyConfidence'] as const] : []),
    ['Enter', showsKeyAtOnce(session) ? 'quiz.question.keyGrade' : 'quiz.question.keyNext'],
    ...commands.filter(([letter]) => isFreeLetter(letter, optionCount)),
    ['Ctrl + Z', 'quiz.question.keyUndo'],
  ]
  return (
    <dl className={styles['guide']}>
      {keys.map(([key, does]) => (
        <div key={key} className={styles['pair']}>
          <dt>
            <KeyHint keys={key} />
          </dt>
          <dd>{t(does)}</dd>
        </div>
      ))}
    </dl>
  )
}
