import type { ReactNode } from 'react'
import { cacheKeptFiles } from '#engine/shelf/cache-kept-files.ts'
import { learnLaterSentences } from '#i18n/translator.ts'
import { browserClock } from '#platform/browser-clock.ts'
import { browserKeptNotes } from '#platform/browser-kept-notes.ts'
import { measureRecords } from '#storage/idb/measure-database.ts'
import { openLostModels } from '#stores/lost-models.ts'
import type { Composition } from './composition.ts'
import { learnBuiltModels } from './later.ts'
import { LostModelsNotice } from './lost-models-notice.tsx'

/** Compares what is kept with what was noted, follows it from then on, and gives the notice that says what is lost. */
export async function watchLostModels({ models, lastStartFailed }: Composition): Promise<ReactNode> {
  const lostModels = openLostModels({
    models,
    files: cacheKeptFiles(caches),
    notes: browserKeptNotes,
    measureWork: measureRecords,
    clock: browserClock,
  })
  await lostModels.compare()
  void learnBuiltModels(models, lastStartFailed).then(() => lostModels.follow())
  if (lostModels.state.getState().lost.length === 0) return null
  await learnLaterSentences()
  return <LostModelsNotice lostModels={lostModels} />
}
