import type { Quiz } from '#stores/quiz.ts'
import { useEffect } from 'react'

/** Counts the time of a session every second while its page is shown, and at once when the page comes back to the front. */
export function useTicking(quiz: Quiz): void {
  useEffect(() => {
    const tick = (): void => quiz.tick()
    const timer = setInterval(tick, 1_000)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [quiz])
}
