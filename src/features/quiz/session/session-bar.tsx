import type { Highlight } from '#domain/quiz/highlights.ts'
import type { QuizSession } from '#domain/quiz/session.ts'
import { currentBlock, currentItem } from '#domain/quiz/session.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Quiz } from '#stores/quiz.ts'
import { Button } from '#ui/button.tsx'
import { Flag, Highlighter, Pause, Undo2 } from 'lucide-react'
import { use } from 'react'
import type { CommandLetter } from './quiz-keys.ts'
import { isFreeLetter } from './quiz-keys.ts'
import styles from './session-bar.module.css'
import type { SheetSize } from './sheet-size-buttons.tsx'
import { SheetSizeButtons } from './sheet-size-buttons.tsx'
import { Shortcut, ShortcutsOn } from '../shortcut.tsx'
import { Timer } from './timer.tsx'

export interface SessionBarProps {
  readonly quiz: Quiz
  readonly session: QuizSession
  /** What of the stem is selected, to be marked. */
  readonly selected: Highlight | null
  readonly onHighlight: () => void
  readonly size: SheetSize
  readonly onSize: (size: SheetSize) => void
}

/** Everything about the examination in one thin bar: time, flag, marker, a step back, the size of the text. */
export function SessionBar({ quiz, session, selected, onHighlight, size, onSize }: SessionBarProps) {
  const { t } = useTranslate()
  const areKeysOn = use(ShortcutsOn)
  const { work, question } = currentItem(session)
  const keyOf = (letter: CommandLetter): CommandLetter | undefined =>
    areKeysOn && isFreeLetter(letter, question.options.length) ? letter : undefined
  const flagKey = keyOf('F')
  const markKey = keyOf('H')
  return (
    <div className={styles['bar']}>
      <Timer key={session.block} block={currentBlock(session)} onLengthen={(by) => quiz.lengthen(by)} />
      <div className={styles['tools']}>
        <Button size="small" variant="quiet" icon={<Pause aria-hidden />} onClick={() => quiz.pause()}>
          {t('quiz.bar.pause')}
        </Button>
        <Button
          size="small"
          variant={work.isFlagged ? 'plain' : 'quiet'}
          icon={<Flag aria-hidden fill={work.isFlagged ? 'currentColor' : 'none'} />}
          aria-pressed={work.isFlagged}
          aria-keyshortcuts={flagKey}
          onClick={() => quiz.flag()}
        >
          {t('quiz.bar.flag')}
          {flagKey !== undefined && <Shortcut keys={flagKey} />}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon={<Undo2 aria-hidden />}
          aria-disabled={session.undo.length === 0}
          aria-keyshortcuts={areKeysOn ? 'Control+Z' : undefined}
          onClick={() => quiz.undo()}
        >
          {t('common.undo')}
        </Button>
        {selected !== null && (
          <Button
            size="small"
            className={styles['marker']}
            icon={<Highlighter aria-hidden />}
            aria-keyshortcuts={markKey}
            // The pointer must not take the selection away that the button is about.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={onHighlight}
          >
            {t('quiz.marks.highlight')}
            {markKey !== undefined && <Shortcut keys={markKey} />}
          </Button>
        )}
      </div>
      <SheetSizeButtons size={size} onSize={onSize} />
    </div>
  )
}
