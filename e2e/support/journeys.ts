import type { Page } from 'playwright-core'
import type { AppPage, Language } from './app-page.ts'
import { embeddedModel } from './catalogue.ts'
import { say } from './words.ts'

/** How long a software GPU may take to get the embedded model ready on a busy machine, in milliseconds. */
export const loadPatience = 150_000

/** A button by what it says. */
export function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true })
}

/** Starts the embedded model from the models screen and waits until the chip says that it is ready. */
export async function startModel(app: AppPage, language: Language): Promise<void> {
  await app.visit('/models')
  await button(app.page, say(language, 'models.start')).click()
  await waitUntilReady(app.page, language)
}

/** Waits until the chip says that a model is ready. */
export async function waitUntilReady(page: Page, language: Language): Promise<void> {
  const ready = say(language, 'app.chip.ready', { name: embeddedModel().name[language] })
  await page.locator('a[href="#/models"]', { hasText: ready }).first().waitFor({ timeout: loadPatience })
}

/** Begins a tutor session of five questions in the app's language. */
export async function beginSession(page: Page, language: Language): Promise<void> {
  await page.getByRole('radio', { name: '5', exact: true }).check()
  await button(page, say(language, 'quiz.start.begin')).click()
  await page.getByRole('heading', { name: say(language, 'quiz.question.title', { number: 1, total: 5 }) }).waitFor()
}

/** Answers the question on screen with option A, fairly sure, by keyboard alone. */
export async function answerByKeyboard(page: Page, language: Language): Promise<void> {
  await page.keyboard.press('a')
  await page.keyboard.press('3')
  await page.keyboard.press('Enter')
  await button(page, say(language, 'quiz.model.ask')).waitFor()
}

/** The last answer's reasoning, where it is not folded. */
export function reasoningArea(page: Page, language: Language) {
  return page.getByRole('group', { name: say(language, 'ask.reasoning.label') }).last()
}

/** The last answer's reasoning, unfolded if it is not; it folds when it ends. */
export async function readReasoning(page: Page, language: Language): Promise<string> {
  const area = reasoningArea(page, language)
  // Other things are folded too, but what a model wrote says so.
  const summary = page
    .locator('main summary')
    .filter({ hasText: say(language, 'common.aiLabel') })
    .last()
  await summary.waitFor()
  if (!(await area.isVisible())) await summary.click()
  return area.innerText()
}
