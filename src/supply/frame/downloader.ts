import { startBlobWorker } from '#wire/blob-worker.ts'
import { goneMessage, portMessage } from '../frame-line.ts'
import type { DownloaderStart } from '../wire.ts'
import partScriptUrl from '../worker/part.worker.ts?worker&url'
import supplyScriptUrl from '../worker/supply.worker.ts?worker&url'

// The downloader's document: it starts one worker, bound by this document's policy, and hands it the page's port.

window.addEventListener('message', ({ data, ports, origin }: MessageEvent<unknown>) => {
  const [port] = ports
  if (origin !== location.origin || data !== portMessage || port === undefined) return
  const absolute = (url: string): string => new URL(url, document.baseURI).href
  const { worker } = startBlobWorker(absolute(supplyScriptUrl), 'munjin-supply')
  worker.addEventListener('error', () => port.postMessage(goneMessage))
  const start: DownloaderStart = { port, partScriptUrl: absolute(partScriptUrl), appRoot: absolute('./') }
  worker.postMessage(start, [port])
})
