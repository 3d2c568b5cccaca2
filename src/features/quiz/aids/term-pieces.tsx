import { useState } from 'react'
import type { TextPiece } from '#domain/reference/find-terms.ts'
import { useTranslate } from '#i18n/translator.ts'
import styles from './term-pieces.module.css'

export interface TermPiecesProps {
  readonly pieces: readonly TextPiece[]
  /** Behind every term, or behind one that is chosen. */
  readonly shown: 'asked' | 'beside'
}

/** A text in which medical terms can be read in the other language too: beside each of them, or where one is chosen. */
export function TermPieces({ pieces, shown }: TermPiecesProps) {
  return pieces.map((piece, index) => {
    if (piece.kind === 'plain') return piece.text
    return shown === 'beside' ? <BesideTerm key={index} term={piece} /> : <AskedTerm key={index} term={piece} />
  })
}

type Term = Extract<TextPiece, { readonly kind: 'term' }>

function BesideTerm({ term }: { readonly term: Term }) {
  return (
    <>
      {term.text}
      <OtherName term={term} />
    </>
  )
}

function AskedTerm({ term }: { readonly term: Term }) {
  const { t } = useTranslate()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={styles['term']}
        aria-expanded={isOpen}
        aria-label={t('aids.glossary.show', { term: term.text })}
        onClick={() => setOpen(!isOpen)}
      >
        {term.text}
      </button>
      {isOpen && <OtherName term={term} />}
    </>
  )
}

/** An aside: it is read with the text, and is no part of it where text is selected. */
function OtherName({ term: { other, otherLanguage } }: { readonly term: Term }) {
  return (
    <span className={styles['other']} lang={otherLanguage} data-aside="">
      {` (${other})`}
    </span>
  )
}
