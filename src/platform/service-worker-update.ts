import type { Workbox } from 'workbox-window'
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
  let workbox: Workbox | null = null
  const register = async (): Promise<void> => {
    const hadController = navigator.serviceWorker.controller !== null
    workbox = new (await import('workbox-window')).Workbox(scriptUrl)
    workbox.addEventListener('waiting', () => become({ newVersionWaits: true }))
    workbox.addEventListener('controlling', () => {
      if (hadController) location.reload()
    })
    await workbox.register()
    await navigator.serviceWorker.ready
    become({ offline: 'ready' })
  }
  if ('serviceWorker' in navigator) register().catch(() => become({ offline: 'unsupported' }))
  return {
    state: () => current,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    openNewVersion: () => workbox?.messageSkipWaiting(),
  }
}
