import type { QuizSession } from '#domain/quiz/session.ts'
import { currentBlock, currentItem, isFinished, isInBlock, showsKeyAtOnce } from '#domain/quiz/session.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Quiz } from '#stores/quiz.ts'
import { Button } from '#ui/button.tsx'
import { use } from 'react'
import type { CommandLetter } from './quiz-keys.ts'
import { isFreeLetter } from './quiz-keys.ts'
import { Shortcut, ShortcutsOn } from '../shortcut.tsx'
import styles from './turn-buttons.module.css'

export interface TurnButtonsProps {
  readonly quiz: Quiz
  readonly session: QuizSession
  readonly onEnd: () => void
}

/** Back and forth between the items of a block, and out of it after the last. */
export function TurnButtons({ quiz, session, onEnd }: TurnButtonsProps) {
  const { t } = useTranslate()
  const areKeysOn = use(ShortcutsOn)
  const block = currentBlock(session)
  const { kind, question } = currentItem(session)
  const keyOf = (letter: CommandLetter): CommandLetter | undefined =>
    areKeysOn && isFreeLetter(letter, question.options.length) ? letter : undefined
  const back = keyOf('P')
  const on = keyOf('N')
  const isLast = !isInBlock(block, session.current + 1)
  const endsHere = isLast && (isFinished(session) || !showsKeyAtOnce(session))
  return (
    <div className={styles['turns']}>
      <Button
        disabled={!isInBlock(block, session.current - 1)}
        aria-keyshortcuts={back}
        onClick={() => quiz.previous()}
      >
        {t('quiz.question.previous')}
        {back !== undefined && <Shortcut keys={back} />}
      </Button>
      {endsHere ? (
        <Button variant="primary" onClick={onEnd}>
          {t(showsKeyAtOnce(session) ? 'quiz.question.toResult' : 'quiz.question.handIn')}
        </Button>
      ) : (
        <Button
          variant={kind === 'graded' || !showsKeyAtOnce(session) ? 'primary' : 'plain'}
          disabled={isLast}
          aria-keyshortcuts={on}
          onClick={() => quiz.next()}
        >
          {t('quiz.question.next')}
          {on !== undefined && <Shortcut keys={on} />}
        </Button>
      )}
    </div>
  )
}
