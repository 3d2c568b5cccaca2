import type { Traffic } from './traffic-port.ts'

/** Reads the browser's own resource timing. A file that the service worker answered has a transfer size of 0. */
export const browserTraffic: Traffic = {
  requests() {
    const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    return (entries as PerformanceResourceTiming[]).map(({ name, transferSize }) => ({
      url: name,
      networkBytes: transferSize,
    }))
  },
  policy() {
    const meta = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')
    return meta?.content ?? null
  },
  origin: location.origin,
}
