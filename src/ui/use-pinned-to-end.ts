import type { RefObject } from 'react'
import { useEffect, useLayoutEffect, useRef } from 'react'

/** How near the end counts as being there, in pixels. */
const nearEnd = 32

/** Whether the end of a scrolling area is in view. */
export function isNearEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight <= nearEnd
}

interface Position {
  readonly top: number
  readonly height: number
  readonly view: number
}

/**
 * Whether a reader is at the end of something that grows. Only scrolling back takes them away from it: that the end moved
 * away from them, or that the text above them was folded, was not their doing.
 */
function staysAtEnd(before: Position, now: Position, wasAtEnd: boolean): boolean {
  if (now.height - now.top - now.view <= nearEnd) return true
  const scrolledBack = now.top < before.top && now.height >= before.height
  return wasAtEnd && !scrolledBack
}

/** Keeps a scrolling area at its end while `content` grows, but only as long as the reader is there. */
export function usePinnedToEnd(area: RefObject<HTMLElement | null>, content: string, isGrowing: boolean): void {
  const isAtEnd = useRef(true)
  useEffect(() => {
    const element = area.current
    if (element === null) return
    const position = (): Position => ({
      top: element.scrollTop,
      height: element.scrollHeight,
      view: element.clientHeight,
    })
    return follow(element, position, isAtEnd)
  }, [area])
  useLayoutEffect(() => {
    const element = area.current
    if (element !== null && isGrowing && isAtEnd.current) element.scrollTo(0, element.scrollHeight)
  }, [area, content, isGrowing])
}

/** How long after an answer's end the page may still grow by it: the last words are parsed when there is time. */
const settlesInMs = 500

/** The same for the whole page, whatever makes it grow; a new question brings the reader to the end in any case. */
export function usePagePinnedToEnd(turns: number, isGrowing: boolean): void {
  const isAtEnd = useRef(false)
  useEffect(() => {
    const page = document.documentElement
    const position = (): Position => ({ top: window.scrollY, height: page.scrollHeight, view: window.innerHeight })
    return follow(window, position, isAtEnd)
  }, [])
  useEffect(() => {
    if (isGrowing) isAtEnd.current = true
    // Only the moment a question is asked counts, not the moment its answer ends.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [turns])
  useEffect(() => {
    if (!isGrowing) return
    const growth = new ResizeObserver(() => {
      if (isAtEnd.current) window.scrollTo(0, document.documentElement.scrollHeight)
    })
    growth.observe(document.body)
    return () => {
      setTimeout(() => {
        growth.disconnect()
      }, settlesInMs)
    }
  }, [isGrowing])
}

function follow(scrolled: HTMLElement | Window, position: () => Position, isAtEnd: { current: boolean }): () => void {
  let before = position()
  const look = (): void => {
    const now = position()
    isAtEnd.current = staysAtEnd(before, now, isAtEnd.current)
    before = now
  }
  scrolled.addEventListener('scroll', look, { passive: true })
  return () => {
    scrolled.removeEventListener('scroll', look)
  }
}
