import { memo, useRef, useState } from 'react'
import { useTranslate } from '#i18n/translator.ts'
import { AiLabel } from '#ui/ai-label.tsx'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { sayDuration, sayNumber } from './format.ts'
import styles from './reasoning-view.module.css'
import { usePinnedToEnd } from './use-pinned-to-end.ts'

export interface ReasoningViewProps {
  readonly text: string
  /** Whether the model is still reasoning. */
  readonly isRunning: boolean
  /** Whether the thought came to its end. */
  readonly isClosed: boolean
  readonly tookMs: number | null
}

/**
 * A model's reasoning, apart from its answer: open in a small window while it streams, folded when it ends, unless the
 * reader has decided otherwise.
 */
export function ReasoningView({ text, isRunning, isClosed, tookMs }: ReasoningViewProps) {
  const { t, language } = useTranslate()
  const [wish, setWish] = useState<boolean | null>(null)
  const isOpen = wish ?? isRunning
  const letters = sayNumber(text.trim().length, language)
  const summary = (): string => {
    if (isRunning) return t('ask.reasoning.running')
    if (!isClosed) return t('ask.reasoning.broken', { letters })
    if (tookMs === null) return t('ask.reasoning.length', { letters })
    return t('ask.reasoning.took', { time: sayDuration(tookMs, language), letters })
  }
  return (
    <Disclosure
      summary={
        <span className={styles['summary']}>
          {summary()}
          <AiLabel>{t('common.aiLabel')}</AiLabel>
        </span>
      }
      open={isOpen}
      onToggle={setWish}
    >
      {isOpen && (
        <div className={styles['body']}>
          <ReasoningText text={text} isRunning={isRunning} />
          {/* A long thought can be folded from anywhere beside it; by keyboard there is the button below. */}
          <button
            type="button"
            className={styles['edge']}
            title={t('ask.reasoning.fold')}
            aria-hidden
            tabIndex={-1}
            onClick={() => setWish(false)}
          />
          {!isRunning && (
            <Button variant="quiet" size="small" onClick={() => setWish(false)}>
              {t('ask.reasoning.fold')}
            </Button>
          )}
        </div>
      )}
    </Disclosure>
  )
}

/** Plain text: nothing in it is parsed, so that a frame costs the last line and no more. */
function ReasoningText({ text, isRunning }: { readonly text: string; readonly isRunning: boolean }) {
  const { t } = useTranslate()
  const area = useRef<HTMLDivElement>(null)
  usePinnedToEnd(area, text, isRunning)
  return (
    <div
      ref={area}
      className={isRunning ? styles['window'] : styles['whole']}
      role="group"
      aria-label={t('ask.reasoning.label')}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={isRunning ? 0 : undefined}
    >
      {linesOf(text).map((line, index) => (
        // A line that has ended never changes, and none moves.
        <Line key={index} text={line} />
      ))}
    </div>
  )
}

const Line = memo(function Line({ text }: { readonly text: string }) {
  return <p className={styles['line']}>{text}</p>
})

function linesOf(text: string): readonly string[] {
  return text.trim().split('\n')
}
