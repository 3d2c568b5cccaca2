import type { Line } from '#wire/line.ts'
import type { BuiltModel } from '#domain/models/built-model.ts'
import type { SupplyOptions, SupplyOrder } from './supply-port.ts'
import { SupplyError } from './supply-port.ts'
import type { RequestRecord } from './sources/transfer-line.ts'
import type { SupplyCommand, SupplyReport } from './wire.ts'

export type SupplyLine = Line<SupplyCommand, SupplyReport>

/**
 * The page's half of the wire: a downloader of its own for every order. Ending the downloader is how an order is
 * cancelled, at whatever stage; since every step of it survives being cut off, nothing more polite is needed.
 */
export function remoteGet(openLine: () => SupplyLine, onRequest: (request: RequestRecord) => void) {
  return (order: SupplyOrder, { signal, onProgress }: SupplyOptions): Promise<BuiltModel> =>
    new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(reasonOf(signal))
        return
      }
      const line = openLine()
      const end = (settle: () => void): void => {
        signal.removeEventListener('abort', cancel)
        line.close()
        settle()
      }
      const cancel = (): void => end(() => reject(reasonOf(signal)))
      signal.addEventListener('abort', cancel, { once: true })
      line.onGone(() =>
        end(() => reject(new SupplyError({ kind: 'unexpected', detail: 'The downloader ended by itself.' }))),
      )
      line.onMessage((report) => {
        switch (report.kind) {
          case 'progress':
            onProgress(report.progress)
            return
          case 'request':
            onRequest(report.request)
            return
          case 'built':
            end(() => resolve(report.built))
            return
          case 'failed':
            end(() => reject(new SupplyError(report.failure)))
        }
      })
      line.post({ kind: 'get', order })
    })
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError')
}
