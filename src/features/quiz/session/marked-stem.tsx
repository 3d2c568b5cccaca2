import type { Highlight } from '#domain/quiz/highlights.ts'
import type { RefObject } from 'react'
import { useEffect, useEffectEvent } from 'react'
import styles from './marked-stem.module.css'
import { MarkedText } from '../answer/marked-text.tsx'

export interface MarkedStemProps {
  readonly text: string
  readonly marks: readonly Highlight[]
  readonly onUnmark: (mark: Highlight) => void
  readonly ref: RefObject<HTMLParagraphElement | null>
}

/** A stem with a student's marks in it. A click on a mark takes it back, unless it is for a term in it; by keyboard the list of sentences does. */
export function MarkedStem({ text, marks, onUnmark, ref }: MarkedStemProps) {
  const unmark = useEffectEvent((clicked: Element): void => {
    const mark = marks[[...(ref.current?.querySelectorAll('mark') ?? [])].findIndex((one) => one === clicked)]
    if (mark !== undefined) onUnmark(mark)
  })
  useEffect(() => {
    const stem = ref.current
    if (stem === null) return
    const onClick = ({ target }: MouseEvent): void => {
      const clicked = target instanceof Element && target.closest('button') === null ? target.closest('mark') : null
      // Who selects inside a mark lets go of the button there, too.
      if (clicked !== null && document.getSelection()?.isCollapsed !== false) unmark(clicked)
    }
    stem.addEventListener('click', onClick)
    return () => stem.removeEventListener('click', onClick)
  }, [ref])
  return (
    <p ref={ref} className={styles['stem']}>
      <MarkedText text={text} marks={marks} />
    </p>
  )
}
