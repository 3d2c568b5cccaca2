import { afterEach, describe, expect, it } from 'vitest'
import type { AppPage, Language } from './support/app-page.ts'
import { openApp } from './support/app-page.ts'
import { beginSession, button } from './support/journeys.ts'
import { say } from './support/words.ts'

let app: AppPage

afterEach(async () => {
  await app.close()
})

describe.each<Language>(['ko', 'en'])('a quiz in %s', (language) => {
  it('keeps the very last keys before a reload', async () => {
    app = await openApp({ language, webgpu: false })
    const { page } = app
    await button(page, say(language, 'notice.accept')).click()
    await app.visit('/quiz')
    await beginSession(page, language)
    // Keys and reload in one task: nothing that takes its time to write can have been written.
    await page.evaluate(() => {
      for (const key of ['b', '2']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      location.reload()
    })
    await button(page, say(language, 'quiz.resume.go')).click()
    await page.getByRole('heading', { name: say(language, 'quiz.question.title', { number: 1, total: 5 }) }).waitFor()
    // An option, how sure, and that terms are not shown in the other language.
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(3)
    await page.keyboard.press('Enter')
    await button(page, say(language, 'quiz.model.ask')).waitFor()
    expect(app.errors).toEqual([])
  })
})
