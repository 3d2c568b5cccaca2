import type { AppUpdate, AppUpdateState } from './app-update-port.ts'

/**
 * Registers the service worker that keeps the app for use without a network.
 *
 * A newer version waits until every tab agreed to it: the page in front of a student keeps the files it was opened with,
 * and when one tab opens the new version every tab is loaded anew.
 */
export function serviceWorkerUpdate(scriptUrl: string): AppUpdate {
  let current: AppUpdateState = {
    offline: 'serviceWorker' in navigator ? 'preparing' : 'unsupported',
    newVersionWaits: false,
  }
  const listeners = new Set<() => void>()
  const become = (changes: Partial<AppUpdateState>): void => {
    current = { ...current, ...changes }
    for (const listener of listeners) listener()
  }
  let waiting: () => ServiceWorker | null = () => null
  const register = async (): Promise<void> => {
    const container = navigator.serviceWorker
    const hadController = container.controller !== null
    container.addEventListener('controllerchange', () => {
      if (hadController) location.reload()
    })
    const registration = await container.register(scriptUrl)
    waiting = () => registration.waiting
    const look = (): void => {
      if (registration.waiting !== null && container.controller !== null) become({ newVersionWaits: true })
    }
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', look)
    })
    look()
    await container.ready
    become({ offline: 'ready' })
  }
  if ('serviceWorker' in navigator) register().catch(() => become({ offline: 'unsupported' }))
  return {
    state: () => current,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    // The message that Workbox's service worker waits for.
    openNewVersion: () => waiting()?.postMessage({ type: 'SKIP_WAITING' }),
  }
}
