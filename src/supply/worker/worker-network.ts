import { instant } from '#lib/time.ts'
import type { Network } from '../sources/network-port.ts'

/** The network as a worker sees it. */
export function workerNetwork(request: Network['request']): Network {
  return {
    request,
    now: () => instant(Date.now()),
    after(milliseconds, action) {
      const timer = setTimeout(action, milliseconds)
      return () => clearTimeout(timer)
    },
    random: Math.random,
    isOnline: () => navigator.onLine,
    onOnline(action) {
      self.addEventListener('online', action, { once: true })
      return () => self.removeEventListener('online', action)
    },
  }
}
