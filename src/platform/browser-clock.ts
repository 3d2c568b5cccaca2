import { instant } from '#lib/time.ts'
import type { Clock } from './clock-port.ts'

export const browserClock: Clock = {
  now: () => instant(Date.now()),
  every(milliseconds, action) {
    const timer = setInterval(action, milliseconds)
    return () => {
      clearInterval(timer)
    }
  },
  nextFrame(action) {
    // A hidden page draws nothing, and its answers must still be kept.
    if (document.visibilityState === 'hidden') {
      const timer = setTimeout(action, 100)
      return () => {
        clearTimeout(timer)
      }
    }
    const frame = requestAnimationFrame(action)
    return () => {
      cancelAnimationFrame(frame)
    }
  },
}
