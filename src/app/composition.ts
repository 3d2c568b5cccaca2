import type { ModelRecord } from '#domain/models/model-record.ts'
import { parseCatalogue } from '#domain/models/model-record.ts'
import { defaultSettings } from '#domain/settings/settings.ts'
import type { ModelShelf } from '#engine/model-shelf-port.ts'
import { remoteEngine } from '#engine/remote-engine.ts'
import { cacheShelf } from '#engine/shelf/cache-shelf.ts'
import { startWorkerLine } from '#engine/worker-line.ts'
import { preferredLanguage } from '#i18n/language.ts'
import { browserAppFiles, appRoot } from '#platform/browser-app-files.ts'
import { browserClock } from '#platform/browser-clock.ts'
import { browserIds } from '#platform/browser-ids.ts'
import { onPageHide } from '#platform/page-hide.ts'
import { browserStartGuard } from '#platform/browser-start-guard.ts'
import { serviceWorkerUpdate } from '#platform/service-worker-update.ts'
import { databaseNames } from '#storage/idb/database-names.ts'
import { openIdbLog } from '#storage/idb/idb-log.ts'
import { openIdbShelf } from '#storage/idb/idb-shelf.ts'
import { localLeftovers } from '#storage/local/local-leftovers.ts'
import { bankHeadSchema, bankPartSchema } from '#storage/schemas/bank.ts'
import { conversationSchema } from '#storage/schemas/conversation.ts'
import { quizSessionSchema } from '#storage/schemas/quiz-session.ts'
import { reviewEventSchema } from '#storage/schemas/review-event.ts'
import { settingsSchema } from '#storage/schemas/settings.ts'
import { openBankLibrary } from '#stores/bank-library.ts'
import { openConversations } from '#stores/conversations.ts'
import { openModels } from '#stores/models.ts'
import { openQuiz } from '#stores/quiz.ts'
import { openReference } from '#stores/reference.ts'
import { openSettings } from '#stores/settings.ts'
import { removeScratch } from '#supply/scratch-folders.ts'
import catalogue from '../../model-config/catalogue.json' with { type: 'json' }
import { engineScriptUrl } from './engine-script.ts'

/** Where the sample bank lies, relative to the app's root. */
const sampleBank = 'banks/munjin-sample.json'

/** Where it is written how examinations are put together. */
const examLayouts = 'reference/exam-layouts.json'

/** What can be looked up beside a question. */
const labValues = 'reference/lab-values.json'
const glossary = 'reference/glossary.json'

const readSampleBank = (): Promise<unknown> => browserAppFiles.readJson(sampleBank)

/** Chooses what is real and builds the stores on it. */
export async function compose() {
  const clock = browserClock
  const pageId = browserIds()
  const settings = await openSettings(
    openIdbShelf(settingsSchema, databaseNames.settings, clock),
    defaultSettings(preferredLanguage(navigator.languages)),
  )
  const records = modelRecords()
  const engine = remoteEngine(() => startWorkerLine(engineScriptUrl), appRoot)
  const lastStartFailed = browserStartGuard.lastStartFailed()
  const models = openModels({
    ...{ engine, shelf: modelShelf(), records, clock, guard: browserStartGuard },
    lastReady: settings.state.getState().settings.lastModel,
    onReady: (lastModel) => void settings.change({ lastModel }),
  })
  const conversations = openConversations({
    answering: models.answering,
    shelf: openIdbShelf(conversationSchema, databaseNames.conversations, clock),
    clock,
    ids: browserIds,
    onPageHide,
  })
  const bankLibrary = openBankLibrary({
    heads: openIdbShelf(bankHeadSchema, databaseNames.bankHeads, clock),
    parts: openIdbShelf(bankPartSchema, databaseNames.bankParts, clock),
    ...{ clock, ids: browserIds },
  })
  const quiz = openQuiz({
    answering: models.answering,
    sessions: openIdbShelf(quizSessionSchema, databaseNames.quizSessions, clock),
    reviews: openIdbLog(reviewEventSchema, databaseNames.reviews, clock),
    leftovers: {
      sessions: localLeftovers(quizSessionSchema, clock, pageId),
      events: localLeftovers(reviewEventSchema, clock, pageId),
    },
    onPageHide,
    loadBank: readSampleBank,
    readBank: (id) => bankLibrary.readById(id),
    findDue: async (bank, events) => (await import('./schedule-composition.ts')).dueIn(settings, bank, events),
    loadLayouts: () => browserAppFiles.readJson(examLayouts),
    clock,
    ids: browserIds,
    chance: Math.random,
  })
  const reference = openReference({
    loadLabValues: () => browserAppFiles.readJson(labValues),
    loadGlossary: () => browserAppFiles.readJson(glossary),
  })
  const update = serviceWorkerUpdate(new URL('sw.js', appRoot).href)
  return {
    ...{ settings, models, conversations, quiz, bankLibrary, readSampleBank, reference },
    ...{ update, files: browserAppFiles, lastStartFailed },
  }
}

export type Composition = Awaited<ReturnType<typeof compose>>

/** The model that comes with the app and needs no choice. */
export function embeddedModel(records: readonly ModelRecord[]): ModelRecord {
  const embedded = records.find(({ role }) => role === 'demonstration')
  if (embedded === undefined) throw new Error('The catalogue has no demonstration model.')
  return embedded
}

/** What is kept of models, scratch files of those that were made here included. */
function modelShelf(): ModelShelf {
  const shelf = cacheShelf(caches)
  return {
    ...shelf,
    async forget(model) {
      await shelf.forget(model)
      if (model.made !== undefined) await removeScratch(model.id)
    },
  }
}

function modelRecords(): readonly ModelRecord[] {
  const parsed = parseCatalogue(catalogue)
  if (!parsed.ok) throw new Error(`model-config/catalogue.json: ${parsed.failure}`)
  return parsed.value
}
