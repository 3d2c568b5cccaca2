import type { Block } from '#domain/quiz/session.ts'
import { timeLeft } from '#domain/quiz/session-time.ts'
import { useTranslate } from '#i18n/translator.ts'
import type { Milliseconds } from '#lib/time.ts'
import { milliseconds } from '#lib/time.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Dialog } from '#ui/dialog.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { LiveRegion } from '#ui/live-region.tsx'
import { Eye, EyeOff, Hourglass } from 'lucide-react'
import { useState } from 'react'
import { clockFace } from '../quiz-words.ts'
import { useTimeWarning, warningDue } from './time-warnings.ts'
import styles from './timer.module.css'

export interface TimerProps {
  readonly block: Block
  readonly onLengthen: (by: Milliseconds | null) => void
}

/** By how many minutes a block can be lengthened at once. */
const steps = [5, 10] as const

/** The time that is left of a block: it can be hidden, lengthened, and its limit be lifted. Nearing the end is said once. */
export function Timer({ block, onLengthen }: TimerProps) {
  const { t } = useTranslate()
  const [isHidden, setHidden] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const left = timeLeft(block)
  const said = useTimeWarning(left)
  if (left === null) return null
  const lengthen = (by: Milliseconds | null): void => {
    onLengthen(by)
    setAsking(false)
  }
  return (
    <div className={classNames(styles['timer'], warningDue(left) !== null && styles['late'])}>
      <span role="timer" className={styles['left']}>
        {isHidden ? t('quiz.timer.hidden') : t('quiz.timer.left', { time: clockFace(left) })}
      </span>
      <IconButton
        label={t(isHidden ? 'quiz.timer.show' : 'quiz.timer.hide')}
        icon={isHidden ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
        onClick={() => setHidden(!isHidden)}
      />
      <IconButton
        label={t('quiz.timer.lengthen')}
        icon={<Hourglass aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setAsking(true)}
      />
      <LiveRegion message={said === null ? '' : t('quiz.timer.warning', { count: said })} />
      <Dialog
        open={isAsking}
        title={t('quiz.timer.lengthen')}
        closeLabel={t('common.close')}
        onClose={() => setAsking(false)}
        actions={
          <>
            {steps.map((minutes) => (
              <Button key={minutes} onClick={() => lengthen(milliseconds(minutes * 60_000))}>
                {t('quiz.timer.more', { minutes })}
              </Button>
            ))}
            <Button onClick={() => lengthen(null)}>{t('quiz.timer.off')}</Button>
          </>
        }
      >
        <p>{t('quiz.timer.lengthenNote')}</p>
      </Dialog>
    </div>
  )
}
