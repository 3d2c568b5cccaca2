import type { Locator, Page } from 'playwright-core'

/** How many stops a page may have before what is looked for; more of them would be a fault of the page. */
const mostStops = 400

/** Turns to a control with Tab alone. It says which could not be reached. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor()
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${String(control)} cannot be reached with Tab`)
}

/** Turns to a button or a summary with Tab alone, and presses it. */
export async function pressByKeyboard(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control)
  await page.keyboard.press('Enter')
}
