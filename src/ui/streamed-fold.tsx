import type { ReactNode } from 'react'
import { memo, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { Disclosure } from './disclosure.tsx'
import styles from './streamed-fold.module.css'
import { isNearEnd, usePinnedToEnd } from './use-pinned-to-end.ts'

export interface StreamedFoldProps {
  readonly summary: ReactNode
  readonly text: string
  /** Whether the text is still being written. */
  readonly isLive: boolean
  /** Names the area for those who do not see it. */
  readonly label: string
  readonly foldLabel: string
}

/**
 * A text that somebody writes while it is read: open in a window of fixed height while it streams, which follows the end
 * as long as the reader is there; folded when it ends, unless the reader has decided otherwise.
 */
export function StreamedFold({ summary, text, isLive, label, foldLabel }: StreamedFoldProps) {
  const [wish, setWish] = useState<boolean | null>(null)
  const [wasLive, setWasLive] = useState(isLive)
  if (wasLive !== isLive) {
    setWasLive(isLive)
    // Another text begins: what the reader wished for the former one is over.
    if (isLive) setWish(null)
  }
  const isOpen = wish ?? isLive
  return (
    <Disclosure summary={<span className={styles['summary']}>{summary}</span>} open={isOpen} onToggle={setWish}>
      {isOpen && (
        <div className={styles['body']}>
          <Lines text={text} isLive={isLive} label={label} onLeaveEnd={() => setWish(true)} />
          {/* A long text can be folded from anywhere beside it; by keyboard there is the button below. */}
          <button
            type="button"
            className={styles['edge']}
            title={foldLabel}
            aria-hidden
            tabIndex={-1}
            onClick={() => setWish(false)}
          />
          {!isLive && (
            <Button variant="quiet" size="small" onClick={() => setWish(false)}>
              {foldLabel}
            </Button>
          )}
        </div>
      )}
    </Disclosure>
  )
}

interface LinesProps extends Pick<StreamedFoldProps, 'text' | 'isLive' | 'label'> {
  /** The reader scrolled back to read: they have a hand in it now. */
  readonly onLeaveEnd: () => void
}

/** Plain text: nothing in it is parsed, so that a frame costs the last line and no more. */
function Lines({ text, isLive, label, onLeaveEnd }: LinesProps) {
  const area = useRef<HTMLDivElement>(null)
  usePinnedToEnd(area, text, isLive)
  return (
    <div
      ref={area}
      className={isLive ? styles['window'] : styles['whole']}
      role="group"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={isLive ? 0 : undefined}
      onScroll={({ currentTarget }) => {
        if (isLive && !isNearEnd(currentTarget)) onLeaveEnd()
      }}
    >
      {text
        .trim()
        .split('\n')
        .map((line, index) => (
          // A line that has ended never changes, and none moves.
          <Line key={index} text={line} />
        ))}
    </div>
  )
}

const Line = memo(function Line({ text }: { readonly text: string }) {
  return <p className={styles['line']}>{text}</p>
})
