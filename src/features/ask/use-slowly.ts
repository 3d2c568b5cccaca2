import { useEffect, useRef, useState } from 'react'

/** A value that changes many times a second, seen only every so often while it does; the last one is never missed. */
export function useSlowly(value: string, everyMs: number, isChanging: boolean): string {
  const [shown, setShown] = useState(value)
  const newest = useRef(value)
  useEffect(() => {
    newest.current = value
  }, [value])
  useEffect(() => {
    if (!isChanging) return
    const timer = setInterval(() => {
      setShown(newest.current)
    }, everyMs)
    return () => {
      clearInterval(timer)
    }
  }, [everyMs, isChanging])
  return isChanging ? shown : value
}
