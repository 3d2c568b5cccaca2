import { join } from 'node:path'
import { openApp } from './support/app-page.ts'
import type { Language } from './support/app-page.ts'
import { answerByKeyboard, beginSession, button, startModel } from './support/journeys.ts'
import { projectRoot } from './support/paths.ts'
import { say } from './support/words.ts'

/** Takes the README's pictures of the built app with the real model: `npx vite build && npx vite-node e2e/take-pictures.ts`. */
for (const language of ['ko', 'en'] as const satisfies readonly Language[]) {
  const app = await openApp({ language, viewport: { width: 1180, height: 900 } })
  const { page } = app
  await startModel(app, language)
  await app.visit('/quiz')
  await beginSession(page, language)
  await answerByKeyboard(page, language)
  await button(page, say(language, 'quiz.model.ask')).click()
  await button(page, say(language, 'quiz.model.askAgain')).waitFor({ timeout: 240_000 })
  await page.locator('main details:not(:has(dl)) summary').last().click()
  // As tall as the whole page, so that the rail stands beside all of it.
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: 1180, height })
  await page.screenshot({ path: join(projectRoot, `e2e/pictures/tutor-${language}.png`), animations: 'disabled' })
  await app.close()
}
