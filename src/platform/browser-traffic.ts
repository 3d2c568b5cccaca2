import type { HostTraffic, Traffic } from './traffic-port.ts'

const hosts = new Map<string, HostTraffic>()

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
  downloads: () => [...hosts.values()].sort((a, b) => b.bytes - a.bytes),
  noteDownload({ host, bytes }) {
    const before = hosts.get(host) ?? { host, requests: 0, bytes: 0 }
    hosts.set(host, { host, requests: before.requests + 1, bytes: before.bytes + bytes })
  },
}
