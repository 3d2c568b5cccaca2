import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppPage } from './support/app-page.ts'
import { openApp } from './support/app-page.ts'
import { button } from './support/journeys.ts'
import { builtApp } from './support/paths.ts'
import { say } from './support/words.ts'

let folder: string
let app: AppPage

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'munjin-'))
  cpSync(builtApp, folder, { recursive: true })
})

afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a new version on the server', () => {
  it('waits until it is wanted, and then every tab has it', async () => {
    app = await openApp({ folder })
    const { page, context, server } = app
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await page.reload()
    const secondTab = await context.newPage()
    await secondTab.goto(server.url)
    expect([await versionOf(page), await versionOf(secondTab)]).toEqual(['1', '1'])

    publishVersion2()
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.getRegistration())?.update()
    })
    await page.getByText(say('ko', 'app.update.body')).waitFor({ timeout: 60_000 })

    // A reload keeps the old version, and a screen that was not opened before comes from it too.
    await page.reload()
    expect(await versionOf(page)).toBe('1')
    server.requests.length = 0
    await app.visit('/privacy')
    expect(server.requests.filter((path) => path !== '/sw.js')).toEqual([])

    await button(page, say('ko', 'app.update.action')).click()
    await expect.poll(() => versionOf(page), { timeout: 30_000 }).toBe('2')
    await expect.poll(() => versionOf(secondTab), { timeout: 30_000 }).toBe('2')
  })
})

/** The smallest new version: another page, and a service worker that knows it by another revision. */
function publishVersion2(): void {
  const page = join(folder, 'index.html')
  writeFileSync(page, readFileSync(page, 'utf8').replace('<body>', '<body data-version="2">'))
  const worker = join(folder, 'sw.js')
  const script = readFileSync(worker, 'utf8')
  const changed = script.replace(
    /(url:"index\.html",revision:")[^"]+|(revision:")[^"]+(",url:"index\.html")/,
    '$1$2version-2$3',
  )
  if (changed === script) throw new Error('The service worker does not name index.html.')
  writeFileSync(worker, changed)
}

async function versionOf(page: Page): Promise<string> {
  await page.locator('main h1').first().waitFor()
  return page.evaluate(() => document.body.dataset['version'] ?? '1')
}
