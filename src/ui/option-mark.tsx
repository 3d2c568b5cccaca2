import { Check, X } from 'lucide-react'
import { classNames } from './class-names.ts'
import styles from './option-mark.module.css'

export type OptionState = 'idle' | 'chosen' | 'right' | 'wrong' | 'struck'

export interface OptionMarkProps {
  /** `A` to `E` have a lane colour of their own; any later letter is drawn in ink. */
  readonly letter: string
  readonly state?: OptionState
  /** The state in words, for those who do not see its shape. */
  readonly stateLabel?: string
}

export function OptionMark({ letter, state = 'idle', stateLabel }: OptionMarkProps) {
  return (
    <span className={classNames(styles['mark'], styles[letter.toLowerCase()], styles[state])}>
      <span className={styles['letter']}>{letter}</span>
      {state === 'right' && <Check className={styles['sign']} strokeWidth={3.5} aria-hidden />}
      {state === 'wrong' && <X className={styles['sign']} strokeWidth={3.5} aria-hidden />}
      {stateLabel !== undefined && <span className="sr-only">{stateLabel}</span>}
    </span>
  )
}
