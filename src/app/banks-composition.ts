import importScriptUrl from '#importers/worker/import.worker.ts?worker&url'
import { remoteImporting } from '#importers/remote-importing.ts'
import { browserClock } from '#platform/browser-clock.ts'
import { browserIds } from '#platform/browser-ids.ts'
import { browserZone } from '#platform/browser-zone.ts'
import type { Banks } from '#stores/banks.ts'
import { openBanks } from '#stores/banks.ts'
import type { BankDesk } from '#stores/banks-desk.ts'
import { openBankDesk } from '#stores/banks-desk.ts'
import type { Composition } from './composition.ts'

interface BanksComposition {
  readonly banks: Banks
  readonly desk: BankDesk
}

let composed: BanksComposition | null = null

/** The one store of banks of this page, and its desk; made when they are first asked for. */
export function banksOf(stores: Composition): BanksComposition {
  composed ??= compose(stores)
  return composed
}

function compose({ bankLibrary: library, readSampleBank: readBuiltIn, quiz }: Composition): BanksComposition {
  const importing = remoteImporting(importScriptUrl)
  const banks = openBanks({
    ...{ library, importing, clock: browserClock, ids: browserIds, zone: browserZone },
    onKept: ({ id }) => void quiz.followBank(id),
  })
  return {
    banks,
    desk: openBankDesk({
      library,
      readBuiltIn,
      ids: browserIds,
      clock: browserClock,
      zone: browserZone,
      onKept({ id }) {
        void banks.refresh()
        void quiz.followBank(id)
      },
    }),
  }
}
