import type { Highlight } from '#domain/quiz/highlights.ts'
import type { RefObject } from 'react'
import { useEffect, useState } from 'react'

/** The stretch of a stem's text that is selected, without blank space at its ends; null where none of it is. */
export function selectedStretch(stem: Element, selection: Selection | null): Highlight | null {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(stem)) return null
  const text = ownText(stem)
  const start = stem.contains(range.startContainer) ? offsetIn(stem, range.startContainer, range.startOffset) : 0
  const end = stem.contains(range.endContainer) ? offsetIn(stem, range.endContainer, range.endOffset) : text.length
  const selected = text.slice(start, end)
  const trimmed = selected.trim()
  if (trimmed === '') return null
  const from = start + selected.indexOf(trimmed)
  return { start: from, end: from + trimmed.length }
}

/** What is selected of a stem, as long as it is. */
export function useStemSelection(stem: RefObject<Element | null>): Highlight | null {
  const [stretch, setStretch] = useState<Highlight | null>(null)
  useEffect(() => {
    const follow = (): void =>
      setStretch(stem.current === null ? null : selectedStretch(stem.current, document.getSelection()))
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [stem])
  return stretch
}

/** Asides, as the name of a term in the other language, are no part of the stem. */
function ownText(stem: Element, cut?: { readonly container: Node; readonly offset: number }): string {
  const range = document.createRange()
  range.selectNodeContents(stem)
  if (cut !== undefined) range.setEnd(cut.container, cut.offset)
  const copy = range.cloneContents()
  for (const aside of copy.querySelectorAll('[data-aside]')) aside.remove()
  return copy.textContent
}

function offsetIn(stem: Element, container: Node, offset: number): number {
  return ownText(stem, { container, offset }).length
}
