import { useTranslate } from '#i18n/translator.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { useLayoutEffect, useRef, useState } from 'react'
import styles from './reasoning-panel.module.css'

export interface ReasoningPanelProps {
  readonly text: string
  readonly isLive: boolean
}

/** So close to the end, in pixels, a reader is taken to be following. */
const atTheEnd = 24

/**
 * A model's reasoning in an area of fixed height: open while it is written, folded when it has ended, unless the reader
 * touched it. New text scrolls along only while the end is in view.
 */
export function ReasoningPanel({ text, isLive }: ReasoningPanelProps) {
  const { t } = useTranslate()
  const area = useRef<HTMLDivElement>(null)
  const follows = useRef(true)
  const [wish, setWish] = useState<boolean | null>(null)
  const [wasLive, setWasLive] = useState(isLive)
  if (wasLive !== isLive) {
    setWasLive(isLive)
    // A new answer begins: what the reader wished for the former one is over.
    if (isLive) setWish(null)
  }
  const isOpen = wish ?? isLive

  useLayoutEffect(() => {
    const element = area.current
    if (isLive && isOpen && follows.current && element !== null) element.scrollTop = element.scrollHeight
  }, [text, isLive, isOpen])

  const onScroll = (): void => {
    const element = area.current
    if (element === null || !isLive) return
    follows.current = element.scrollHeight - element.scrollTop - element.clientHeight < atTheEnd
    if (!follows.current && wish === null) setWish(true)
  }
  return (
    <Disclosure summary={t('quiz.model.trace')} open={isOpen} onToggle={setWish}>
      <div
        ref={area}
        className={styles['area']}
        role="region"
        aria-label={t('quiz.model.trace')}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- an area that scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
      >
        {text}
      </div>
    </Disclosure>
  )
}
