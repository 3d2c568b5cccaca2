import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startBrowser } from './browser.ts'
import { builtApp, screenshotFolder } from './paths.ts'
import type { HeadersFor, StaticServer } from './static-server.ts'
import { serveFolder } from './static-server.ts'

export type Language = 'ko' | 'en'

export interface OpenOptions {
  readonly language?: Language
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  /** Headers that the server adds; none, as on a plain static host, unless given. */
  readonly headersFor?: HeadersFor
  readonly serviceWorkers?: 'allow' | 'block'
  readonly webgpu?: boolean
  /** The built app, where it is not the one that was just built. */
  readonly folder?: string
}

/** The built app, served and opened in a browser of its own. */
export interface AppPage {
  readonly page: Page
  readonly context: BrowserContext
  readonly browser: Browser
  readonly server: StaticServer
  /** What the page's console reported as errors, policy violations included. */
  readonly errors: string[]
  /** Goes to a hash route of the app. */
  visit(route: string): Promise<void>
  /** Keeps a picture of the whole page among the run's output. */
  shoot(name: string): Promise<void>
  close(): Promise<void>
}

export async function openApp(options: OpenOptions = {}): Promise<AppPage> {
  const { language = 'ko', viewport = { width: 1440, height: 900 }, colorScheme = 'light' } = options
  const server = await serveFolder(options.folder ?? builtApp, options.headersFor)
  const browser = await startBrowser({ webgpu: options.webgpu ?? true })
  const context = await browser.newContext({
    locale: language === 'ko' ? 'ko-KR' : 'en-GB',
    viewport,
    colorScheme,
    serviceWorkers: options.serviceWorkers ?? 'allow',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(server.url)
  return {
    page,
    context,
    browser,
    server,
    errors,
    async visit(route) {
      await page.goto(`${server.url}#${route}`)
      await page.locator('main h1').first().waitFor()
    },
    async shoot(name) {
      await page.screenshot({ path: join(screenshotFolder, `${name}.png`), fullPage: true, animations: 'disabled' })
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
