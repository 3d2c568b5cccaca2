import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import type { AppPage } from './support/app-page.ts'
import { openApp } from './support/app-page.ts'
import { button, loadPatience, readReasoning, startModel, waitUntilReady } from './support/journeys.ts'
import { say } from './support/words.ts'

let app: AppPage

afterEach(async () => {
  await app.close()
})

async function openTab(): Promise<Page> {
  const tab = await app.context.newPage()
  await tab.goto(`${app.server.url}#/models`)
  return tab
}

describe('two tabs', () => {
  it.each(['ko', 'en'] as const)('share one engine: the second says so and can take over, in %s', async (language) => {
    app = await openApp({ language })
    await startModel(app, language)
    const second = await openTab()
    await second.getByText(say(language, 'failure.loadedElsewhere')).waitFor({ timeout: 30_000 })

    await button(second, say(language, 'failure.takeOver')).click()
    await waitUntilReady(second, language)
    await app.page.bringToFront()
    await app.page.getByText(say(language, 'failure.takenOver')).waitFor({ timeout: 30_000 })
    await app.shoot(`two-tabs-${language}-taken-over`)

    // And back again.
    await button(app.page, say(language, 'failure.takeOver')).click()
    await waitUntilReady(app.page, language)
  })

  it('the second loads by itself once the first is closed', async () => {
    app = await openApp()
    await startModel(app, 'ko')
    await app.page.close()
    const second = await openTab()
    await waitUntilReady(second, 'ko')
  })

  it('an answer that another tab cuts off by taking over keeps what was written', async () => {
    app = await openApp()
    await startModel(app, 'ko')
    await app.visit('/ask')
    await button(app.page, say('ko', 'ask.composer.example')).click()
    await button(app.page, say('ko', 'ask.composer.send')).click()
    const reasoning = app.page.getByRole('group', { name: say('ko', 'ask.reasoning.label') })
    await expect.poll(async () => (await reasoning.innerText()).length, { timeout: loadPatience }).toBeGreaterThan(20)
    const written = (await reasoning.innerText()).slice(0, 20)
    const second = await openTab()
    await button(second, say('ko', 'failure.takeOver')).click()
    await waitUntilReady(second, 'ko')
    await app.page.bringToFront()
    await app.page.getByText(say('ko', 'failure.takenOver')).first().waitFor()
    expect(await readReasoning(app.page, 'ko')).toContain(written)
  })
})
