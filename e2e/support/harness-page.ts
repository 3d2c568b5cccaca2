import type { Browser, Page } from 'playwright-core'
import { startBrowser } from './browser.ts'
import { builtHarness } from './paths.ts'
import type { StaticServer } from './static-server.ts'
import { serveFolder } from './static-server.ts'

export interface HarnessPage {
  readonly page: Page
  readonly close: () => Promise<void>
}

/** Opens the engine harness in a browser of its own. */
export async function openHarness(): Promise<HarnessPage> {
  const server: StaticServer = await serveFolder(builtHarness)
  const browser: Browser = await startBrowser()
  const page = await browser.newPage()
  await page.goto(server.url)
  await page.waitForFunction(() => 'harness' in window)
  return {
    page,
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
