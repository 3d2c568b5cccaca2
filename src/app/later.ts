import { manifestCache } from '#engine/shelf/cache-keys.ts'
import { learnLaterSentences } from '#i18n/translator.ts'
import type { Models } from '#stores/models.ts'
import type { SupplyComposition } from './supply-composition.ts'

let composed: Promise<SupplyComposition> | null = null

/** The one supply of this page, with its sentences; made when it is first asked for. */
export function supplyOf(models: Models, lastStartFailed: boolean): Promise<SupplyComposition> {
  composed ??= compose(models, lastStartFailed)
  return composed
}

/** Models that were made here can be loaded only once their offers are known; where there are none, nothing is fetched. */
export async function learnBuiltModels(models: Models, lastStartFailed: boolean): Promise<void> {
  if (!(await caches.has(manifestCache).catch(() => false))) return
  const { supply } = await supplyOf(models, lastStartFailed)
  await supply.open()
}

async function compose(models: Models, lastStartFailed: boolean): Promise<SupplyComposition> {
  const [{ composeSupply }] = await Promise.all([import('./supply-composition.ts'), learnLaterSentences()])
  return composeSupply(models, lastStartFailed)
}
