import type { ReactNode } from 'react'
import { manifestCache } from '#engine/shelf/cache-keys.ts'
import { learnLaterSentences } from '#i18n/translator.ts'
import { browserKeptNotes } from '#platform/browser-kept-notes.ts'
import type { Models } from '#stores/models.ts'
import type { Composition } from './composition.ts'
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

let lost: Promise<ReactNode> | null = null

/** The notice of models that the browser took away, or nothing. Until a model was kept here it waits, and fetches nothing. */
export function lostModelsOf(stores: Composition): Promise<ReactNode> {
  lost ??= watchLostModels(stores).catch(() => null)
  return lost
}

async function watchLostModels(stores: Composition): Promise<ReactNode> {
  if (browserKeptNotes.read() === null) await onceKept(stores.models)
  return (await import('./lost-models.tsx')).watchLostModels(stores)
}

function onceKept({ state }: Models): Promise<void> {
  return new Promise((resolve) => {
    const stop = state.subscribe(({ presence }) => {
      if (!Object.values(presence).some(({ hasFiles }) => hasFiles)) return
      stop()
      resolve()
    })
  })
}
