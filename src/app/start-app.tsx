import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startTranslator } from '#i18n/translator.ts'
import '#ui/styles.css'
import { App } from './app.tsx'
import { compose, embeddedModel } from './composition.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { followAppearance } from './appearance.ts'

/** Reads what must be known before the first picture, draws, and then gets on with what can wait. */
export async function startApp(): Promise<void> {
  const stores = await compose()
  await startTranslator(stores.settings.state.getState().settings.language)
  followAppearance(stores.settings)
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <App {...stores} />
      </ErrorBoundary>
    </StrictMode>,
  )
  void stores.conversations.start()
  void stores.quiz.open()
  if (stores.settings.state.getState().settings.startsModel) {
    void stores.models.loadIfKept(embeddedModel(stores.models.state.getState().records).id)
  }
}
