import type { ReactNode } from 'react'
import { createContext, use, useMemo } from 'react'
import type { FindTerms } from '#domain/reference/find-terms.ts'
import { termFinder } from '#domain/reference/find-terms.ts'
import { termsByStretch } from '#domain/reference/terms-by-stretch.ts'
import { useSelected } from '#stores/readonly-store.ts'
import type { Reference } from '#stores/reference.ts'
import { selectGlossary } from '#stores/reference.ts'
import { TermPieces } from './term-pieces.tsx'
import type { TermsShown } from './terms-shown.ts'

export interface Terms {
  readonly find: FindTerms
  readonly shown: Exclude<TermsShown, 'off'>
}

/** The terms that are shown in the texts of a question; null where none are. */
export const TermsOn = createContext<Terms | null>(null)

/** The terms of the glossary as they are wished for, once it was read. */
export function useTerms({ state }: Reference, shown: TermsShown): Terms | null {
  const glossary = useSelected(state, selectGlossary)
  return useMemo(
    () => (shown === 'off' || glossary.kind !== 'ready' ? null : { shown, find: termFinder(glossary.value.terms) }),
    [glossary, shown],
  )
}

/** The stretches of one text, each with the terms in it that are to be shown. */
export function useTermed(stretches: readonly string[]): readonly ReactNode[] {
  const terms = use(TermsOn)
  if (terms === null) return stretches
  return termsByStretch(terms.find(stretches.join('')), stretches).map((pieces, index) => (
    <TermPieces key={index} pieces={pieces} shown={terms.shown} />
  ))
}

export interface TermedProps {
  readonly text: string
  /** Inside of a label a term cannot be chosen, since the label's own choice would be made: it stays plain then. */
  readonly inLabel?: boolean
}

/** A text with the terms in it that are to be shown. */
export function Termed({ text, inLabel = false }: TermedProps) {
  const isPlain = use(TermsOn)?.shown === 'asked' && inLabel
  const [termed] = useTermed([text])
  return isPlain ? text : termed
}
