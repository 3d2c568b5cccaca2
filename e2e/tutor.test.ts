import { afterEach, describe, expect, it } from 'vitest'
import type { AppPage, Language } from './support/app-page.ts'
import { openApp } from './support/app-page.ts'
import { referenceAnswers } from './support/greedy-reference.ts'
import { answerByKeyboard, beginSession, button, loadPatience, waitUntilReady } from './support/journeys.ts'
import { say } from './support/words.ts'

let app: AppPage

afterEach(async () => {
  await app.close()
})

describe.each<Language>(['ko', 'en'])('a first visit in %s', (language) => {
  it('leads to a question, its key, and the embedded model reasoning about it on WebGPU', async () => {
    app = await openApp({ language })
    const { page } = app
    await button(page, say(language, 'notice.accept')).click()
    await app.shoot(`tutor-${language}-1-today`)
    await button(page, say(language, 'today.start')).click()
    await beginSession(page, language)
    await app.shoot(`tutor-${language}-2-question`)

    expect(await button(page, say(language, 'quiz.model.ask')).count()).toBe(0)
    await answerByKeyboard(page, language)
    await app.shoot(`tutor-${language}-3-graded`)

    await waitUntilReady(page, language)
    await button(page, say(language, 'quiz.model.ask')).click()
    const asked = await questionOnScreen(app)
    await button(page, say(language, 'quiz.model.answerNow')).waitFor({ timeout: loadPatience })
    const early = await reasoningLength(app)
    await expect.poll(() => reasoningLength(app), { timeout: 60_000 }).toBeGreaterThan(early)
    await app.shoot(`tutor-${language}-4-reasoning`)

    await button(page, say(language, 'quiz.model.askAgain')).waitFor({ timeout: 180_000 })
    const modelsSide = page.locator('dl > div').filter({ hasText: say(language, 'quiz.compare.models') })
    expect(await modelsSide.innerText()).toContain(asked.predicted)
    expect(await page.getByText(say(language, 'quiz.model.caution')).isVisible()).toBe(true)
    await app.shoot(`tutor-${language}-5-compared`)

    await button(page, say(language, 'quiz.question.finish')).click()
    await button(page, say(language, 'quiz.finish.confirm')).click()
    await page.getByRole('heading', { name: say(language, 'quiz.result.title') }).waitFor()
    await app.shoot(`tutor-${language}-6-result`)
    expect(app.errors).toEqual([])
  })
})

/** The reference implementation's answer to the very question on screen. */
async function questionOnScreen({ page }: AppPage) {
  const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ')
  const found = referenceAnswers.find(({ user }) => {
    const options = user.split('\n').filter((line) => /^[A-E]\. /.test(line))
    return options.every((option) => text.includes(option.slice(3)))
  })
  if (found?.predicted == null) throw new Error(`No reference answer for: ${text.slice(0, 200)}`)
  return { predicted: found.predicted }
}

/** How many characters of reasoning are on screen. */
async function reasoningLength({ page }: AppPage): Promise<number> {
  return (await page.locator('details[open]').allInnerTexts()).join('').length
}
