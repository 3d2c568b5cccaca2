import type { Highlight } from '#domain/quiz/highlights.ts'
import { highlightedPieces } from '#domain/quiz/highlights.ts'
import { Fragment } from 'react'
import { useTermed } from '../aids/terms.tsx'
import styles from './marked-text.module.css'

export interface MarkedTextProps {
  readonly text: string
  readonly marks: readonly Highlight[]
}

/** A text with a student's marks in it. */
export function MarkedText({ text, marks }: MarkedTextProps) {
  const pieces = highlightedPieces(text, marks)
  const termed = useTermed(pieces.map((piece) => piece.text))
  return pieces.map(({ isMarked }, index) =>
    isMarked ? (
      <mark key={index} className={styles['mark']}>
        {termed[index]}
      </mark>
    ) : (
      <Fragment key={index}>{termed[index]}</Fragment>
    ),
  )
}
