import importScriptUrl from '#importers/worker/import.worker.ts?worker&url'
import { remoteImporting } from '#importers/remote-importing.ts'
import { browserClock } from '#platform/browser-clock.ts'
import { browserIds } from '#platform/browser-ids.ts'
import type { Banks } from '#stores/banks.ts'
import { openBanks } from '#stores/banks.ts'
import type { Composition } from './composition.ts'

let composed: Banks | null = null

/** The one store of banks of this page; made when it is first asked for. */
export function banksOf({ bankLibrary }: Composition): Banks {
  composed ??= openBanks({
    ...{ library: bankLibrary, importing: remoteImporting(importScriptUrl), clock: browserClock, ids: browserIds },
  })
  return composed
}
