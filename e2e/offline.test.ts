import { afterEach, describe, expect, it } from 'vitest'
import type { AppPage } from './support/app-page.ts'
import { openApp } from './support/app-page.ts'
import { answerByKeyboard, beginSession, button, loadPatience, startModel, waitUntilReady } from './support/journeys.ts'
import { say } from './support/words.ts'

let app: AppPage

afterEach(async () => {
  await app.close()
})

describe('without a network', () => {
  it('a second visit reaches a first token with no request at all', async () => {
    app = await openApp()
    const { page, context, server } = app
    await startModel(app, 'ko')
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await app.visit('/settings')
    await page.getByText(say('ko', 'app.offline.ready')).waitFor()

    await context.setOffline(true)
    server.requests.length = 0
    await page.reload()
    await page.locator('main h1').waitFor()
    // The kept model gets ready by itself.
    await waitUntilReady(page, 'ko')
    await app.visit('/quiz')
    await beginSession(page, 'ko')
    await answerByKeyboard(page, 'ko')
    await button(page, say('ko', 'quiz.model.ask')).click()
    await button(page, say('ko', 'quiz.model.answerNow')).waitFor({ timeout: loadPatience })
    // The browser itself asks whether there is a newer service worker; the app asks for nothing.
    expect(server.requests.filter((path) => path !== '/sw.js')).toEqual([])
  })
})
