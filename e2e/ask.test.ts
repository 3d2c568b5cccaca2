import { afterEach, describe, expect, it } from 'vitest'
import type { AppPage, Language } from './support/app-page.ts'
import { openApp } from './support/app-page.ts'
import { button, loadPatience, readReasoning, reasoningArea, startModel } from './support/journeys.ts'
import { say } from './support/words.ts'

let app: AppPage

afterEach(async () => {
  await app.close()
})

describe.each<Language>(['ko', 'en'])('asking in %s', (language) => {
  it('runs the card’s appendicitis example, which is stopped and continued', async () => {
    app = await openApp({ language })
    const { page } = app
    await startModel(app, language)
    await app.visit('/ask')
    expect(await page.getByText(say(language, 'ask.demonstration.title')).isVisible()).toBe(true)
    await button(page, say(language, 'ask.composer.example')).click()
    await app.shoot(`ask-${language}-1-example`)
    await button(page, say(language, 'ask.composer.send')).click()

    await expect.poll(() => reasoningOnScreen(app, language), { timeout: loadPatience }).not.toBe('')
    await button(page, say(language, 'ask.composer.stop')).click()
    await page.getByText(say(language, 'ask.ending.stopped'), { exact: true }).waitFor({ timeout: 60_000 })
    await app.shoot(`ask-${language}-2-stopped`)
    const before = await readReasoning(page, language)

    await button(page, say(language, 'ask.action.continue')).click()
    await button(page, say(language, 'ask.composer.send')).waitFor({ timeout: 200_000 })
    const after = await readReasoning(page, language)
    expect(after.slice(0, before.trimEnd().length)).toBe(before.trimEnd())
    expect(after.length).toBeGreaterThan(before.length)
    await app.shoot(`ask-${language}-3-continued`)

    await page.reload()
    await app.visit('/ask')
    await page
      .getByRole('link')
      .or(page.getByRole('button'))
      .filter({ hasText: firstWords(language) })
      .first()
      .click()
    expect(await readReasoning(page, language)).toBe(after)
    expect(app.errors).toEqual([])
  })
})

/** The example's first words, by which the list names its conversation. */
function firstWords(language: Language): string {
  return say(language, 'ask.example.question').slice(0, 12)
}

/** The reasoning as it stands on screen; nothing while it is folded. */
async function reasoningOnScreen({ page }: AppPage, language: Language): Promise<string> {
  const area = reasoningArea(page, language)
  return (await area.count()) === 0 ? '' : await area.innerText()
}
