import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'

/**
 * Focuses an element whenever a value has changed since the element's owner was first shown: what had the focus may be gone with
 * the old value, and reading goes on here.
 */
export function useFocusWhenChanged<T extends HTMLElement>(value: unknown): RefObject<T | null> {
  const element = useRef<T>(null)
  const before = useRef(value)
  useEffect(() => {
    if (before.current === value) return
    before.current = value
    element.current?.focus()
  }, [value])
  return element
}
