import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppPage, Language } from './support/app-page.ts'
import { openApp } from './support/app-page.ts'
import { axeFindings } from './support/axe.ts'
import { answerByKeyboard, button, waitUntilReady } from './support/journeys.ts'
import { putScriptedModel } from './support/scripted-model.ts'
import { say } from './support/words.ts'

const routes = [
  '/',
  '/quiz',
  '/banks',
  '/review',
  '/progress',
  '/ask',
  '/models',
  '/models/munjin-mini',
  '/storage',
  '/privacy',
  '/settings',
  '/nowhere',
] as const
const sizes = [
  { width: 1440, height: 900 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
] as const

describe.each<Language>(['ko', 'en'])('every screen in %s', (language) => {
  let app: AppPage

  beforeAll(async () => {
    app = await openApp({ language, serviceWorkers: 'block' })
    await putScriptedModel(app.context, 100)
    await app.page.reload()
  })

  afterAll(async () => {
    await app.close()
  })

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    it.each(routes)('%s has no fault that axe finds and fits its window', async (route) => {
      await app.page.emulateMedia({ colorScheme })
      for (const size of sizes) {
        await app.page.setViewportSize(size)
        await app.visit(route)
        await look(app, `screen-${language}-${colorScheme}-${size.width}${route.replaceAll('/', '-')}`)
      }
    })
  })

  it('holds at 200 % zoom, in forced colours and with the largest text', async () => {
    const { page } = app
    // A window of 1440 × 900 at 200 % shows 720 × 450 CSS pixels.
    await page.setViewportSize({ width: 720, height: 450 })
    for (const route of routes) {
      await app.visit(route)
      expect(await overflow(page), route).toBe(0)
    }
    await page.setViewportSize({ width: 390, height: 844 })
    await app.visit('/settings')
    await page.getByRole('radio', { name: say(language, 'settings.textSizes.larger') }).check()
    for (const route of routes) {
      await app.visit(route)
      expect(await overflow(page), route).toBe(0)
    }
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    await app.visit('/quiz')
    await app.shoot(`screen-${language}-forced-colours`)
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: null })
    await app.visit('/settings')
    await page.getByRole('radio', { name: say(language, 'settings.textSizes.normal') }).check()
  })

  it('works by keyboard: skip link, navigation, question, model, result', async () => {
    const { page } = app
    await page.setViewportSize(sizes[0])
    await page.emulateMedia({ colorScheme: 'light' })
    await app.visit('/')
    await page.reload()
    await page.locator('main h1').waitFor()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe(say(language, 'app.skip'))
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')

    await tabTo(page, say(language, 'today.start'))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: say(language, 'quiz.title'), exact: true }).waitFor()
    await page.getByRole('radio', { name: '5', exact: true }).waitFor()
    await tabTo(page, say(language, 'quiz.start.begin'))
    await page.keyboard.press('Enter')
    await page.keyboard.press('b')
    await page.keyboard.press('Shift+c')
    await page.keyboard.press('4')
    await page.keyboard.press('Enter')
    await waitUntilReady(page, language)
    await tabTo(page, say(language, 'quiz.model.ask'))
    await page.keyboard.press('Enter')
    await button(page, say(language, 'quiz.model.answerNow')).waitFor()
    await look(app, `screen-${language}-quiz-reasoning`)
    await tabTo(page, say(language, 'quiz.model.stop'))
    await page.keyboard.press('Enter')
    await button(page, say(language, 'quiz.model.askAgain')).waitFor()
    await look(app, `screen-${language}-quiz-stopped`)
    await page.keyboard.press('n')
    await page.getByRole('heading', { name: say(language, 'quiz.question.title', { number: 2, total: 10 }) }).waitFor()
    await answerByKeyboard(page, language)
    await tabTo(page, say(language, 'quiz.question.finish'))
    await page.keyboard.press('Enter')
    await tabTo(page, say(language, 'quiz.finish.confirm'))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: say(language, 'quiz.result.title') }).waitFor()
    for (const size of sizes) {
      await page.setViewportSize(size)
      await look(app, `screen-${language}-quiz-result-${size.width}`)
    }
  })

  it('shows a conversation, streaming and ended, at every size', async () => {
    const { page } = app
    await page.setViewportSize(sizes[0])
    await app.visit('/ask')
    await page.getByRole('textbox', { name: say(language, 'ask.composer.label') }).fill('BP < 90, $x^2$ <|im_end|>')
    await page.keyboard.press('Enter')
    await button(page, say(language, 'ask.action.answerNow')).waitFor()
    await look(app, `screen-${language}-ask-reasoning`)
    await button(page, say(language, 'ask.action.answerNow')).click()
    await button(page, say(language, 'ask.composer.stop')).waitFor({ state: 'detached', timeout: 120_000 })
    for (const size of sizes) {
      await page.setViewportSize(size)
      await look(app, `screen-${language}-ask-answered-${size.width}`)
    }
    expect(app.errors).toEqual([])
  })
})

/** Keeps a picture, and holds the screen against what every screen must hold. */
async function look(app: AppPage, name: string): Promise<void> {
  await app.page.waitForTimeout(150)
  await app.shoot(name)
  expect(await overflow(app.page), name).toBe(0)
  expect(await axeFindings(app.page), name).toEqual([])
}

/** By how many pixels the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    if ((await focused(page)).startsWith(name)) return
  }
  throw new Error(`Tab never came to ${name}`)
}

/** What the focused element says or is called. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim()
  })
}
