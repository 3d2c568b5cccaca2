import type { ReactNode } from 'react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { preferredLanguage } from '#i18n/language.ts'
import { startTranslator } from '#i18n/translator.ts'
import '#ui/styles.css'
import { App } from './app.tsx'
import { followAppearance } from './appearance.ts'
import type { StartFailure } from './cannot-start.tsx'
import { CannotStart } from './cannot-start.tsx'
import type { Composition } from './composition.ts'
import { compose } from './composition.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { learnBuiltModels } from './later.ts'

/** Reads what must be known before the first picture, draws, and then gets on with what can wait. */
export async function startApp(): Promise<void> {
  if (!window.isSecureContext) {
    await giveUp({ kind: 'insecure' })
    return
  }
  try {
    await start(await compose())
  } catch (error) {
    await giveUp({ kind: 'failed', detail: String(error) })
  }
}

async function start(stores: Composition): Promise<void> {
  const { settings } = stores.settings.state.getState()
  await startTranslator(settings.language)
  followAppearance(stores.settings)
  draw(<App {...stores} />)
  void stores.conversations.start()
  void stores.quiz.open()
  void startKeptModel(stores)
}

/** Models that were made here are known first: the last one that was ready may be one of them. */
async function startKeptModel({ models, settings, lastStartFailed }: Composition): Promise<void> {
  await learnBuiltModels(models, lastStartFailed)
  if (settings.state.getState().settings.startsModel) await models.startIfKept()
}

async function giveUp(failure: StartFailure): Promise<void> {
  const language = preferredLanguage(navigator.languages)
  document.documentElement.lang = language
  await startTranslator(language)
  draw(<CannotStart failure={failure} />)
}

function draw(app: ReactNode): void {
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>{app}</ErrorBoundary>
    </StrictMode>,
  )
}
