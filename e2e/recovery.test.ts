import { afterEach, describe, expect, it } from 'vitest'
import { cacheKeyOf } from '#engine/shelf/cache-keys.ts'
import type { AppPage } from './support/app-page.ts'
import { openApp } from './support/app-page.ts'
import { insecureHost } from './support/browser.ts'
import { embeddedModel } from './support/catalogue.ts'
import { button, loadPatience, readReasoning, startModel, waitUntilReady } from './support/journeys.ts'
import { say } from './support/words.ts'

let app: AppPage

afterEach(async () => {
  await app.close()
})

describe('bad luck', () => {
  it('a flipped bit in one kept shard is noticed, named, and that shard alone is fetched again', async () => {
    app = await openApp()
    const { page, server } = app
    await startModel(app, 'ko')
    const model = embeddedModel()
    const shard = model.files.filter(({ kind }) => kind === 'shard')[2]
    if (shard === undefined) throw new Error('The model has too few shards.')
    await page.evaluate(
      async ({ cache: name, url }) => {
        const cache = await caches.open(name)
        const kept = await cache.match(url)
        if (kept === undefined) throw new Error(`${url} is not kept`)
        const bytes = new Uint8Array(await kept.arrayBuffer())
        bytes[1000] = (bytes[1000] ?? 0) ^ 1
        await cache.put(url, new Response(bytes))
      },
      cacheKeyOf(model, shard),
    )

    server.requests.length = 0
    await app.visit('/models')
    await page.reload()
    await waitUntilReady(page, 'ko')
    await page.getByText(say('ko', 'models.repaired', { files: shard.path })).waitFor()
    expect(server.requests.filter((path) => path.includes(model.base))).toEqual([`/${model.base}${shard.path}`])
    await app.shoot('recovery-ko-repaired')
  })

  it('killing the worker in the middle of an answer keeps what was written and offers a restart', async () => {
    app = await openApp()
    const { page } = app
    await startModel(app, 'ko')
    await app.visit('/ask')
    await button(page, say('ko', 'ask.composer.example')).click()
    await button(page, say('ko', 'ask.composer.send')).click()
    const reasoning = page.getByRole('group', { name: say('ko', 'ask.reasoning.label') })
    await expect.poll(async () => (await reasoning.innerText()).length, { timeout: loadPatience }).toBeGreaterThan(20)
    const written = (await reasoning.innerText()).slice(0, 20)

    const [worker] = page.workers()
    await worker?.evaluate(() => {
      self.close()
    })
    await page.getByText(say('ko', 'failure.workerDied')).first().waitFor({ timeout: 30_000 })
    await app.shoot('recovery-ko-worker-died')
    expect(await readReasoning(page, 'ko')).toContain(written)

    await button(page, say('ko', 'failure.restart')).first().click()
    await waitUntilReady(page, 'ko')
    await button(page, say('ko', 'ask.action.continue')).click()
    await button(page, say('ko', 'ask.composer.stop')).waitFor()
    await expect.poll(() => page.getByText(say('ko', 'failure.workerDied')).count()).toBe(0)
  })

  it('a graphics device that is lost in the middle of an answer keeps what was written and offers a restart', async () => {
    app = await openApp({ language: 'en' })
    const { page } = app
    // Playwright's scripts do not reach workers before they run, but the device is asked for long after they start.
    page.on('worker', (worker) => void worker.evaluate(keepDevices))
    await startModel(app, 'en')
    await app.visit('/ask')
    await button(page, say('en', 'ask.composer.example')).click()
    await button(page, say('en', 'ask.composer.send')).click()
    const reasoning = page.getByRole('group', { name: say('en', 'ask.reasoning.label') })
    await expect.poll(async () => (await reasoning.innerText()).length, { timeout: loadPatience }).toBeGreaterThan(20)
    const written = (await reasoning.innerText()).slice(0, 20)

    const [worker] = page.workers()
    const destroyed = await worker?.evaluate(() => {
      const { devices = [] } = globalThis as { devices?: { destroy: () => void }[] }
      for (const device of devices) device.destroy()
      return devices.length
    })
    expect(destroyed).toBeGreaterThan(0)
    await page.getByText(say('en', 'failure.deviceLost')).first().waitFor({ timeout: 30_000 })
    await app.shoot('recovery-en-device-lost')
    expect(await readReasoning(page, 'en')).toContain(written)

    await button(page, say('en', 'failure.restart')).first().click()
    await waitUntilReady(page, 'en')
    await button(page, say('en', 'ask.action.continue')).click()
    await button(page, say('en', 'ask.composer.stop')).waitFor()
  })

  it('a load that is stopped leaves nothing behind and can be started again', async () => {
    app = await openApp()
    const { page } = app
    await app.visit('/models')
    await button(page, say('ko', 'models.start')).click()
    await button(page, say('ko', 'models.stopLoading')).click()
    await page
      .locator('a[href="#/models"]', { hasText: say('ko', 'app.chip.none') })
      .first()
      .waitFor()
    await expect.poll(() => page.workers().length).toBe(0)
    await button(page, say('ko', 'models.start')).click()
    await waitUntilReady(page, 'ko')
  })

  it.each(['ko', 'en'] as const)('a browser without a graphics adapter is told so, in %s', async (language) => {
    app = await openApp({ language, webgpu: false })
    await app.visit('/models')
    await button(app.page, say(language, 'models.start')).click()
    const either = app.page
      .getByText(say(language, 'failure.noAdapter'))
      .or(app.page.getByText(say(language, 'failure.noWebGpu')))
    await either.first().waitFor({ timeout: 60_000 })
    expect(app.server.requests.filter((path) => path.includes(embeddedModel().base))).toEqual([])
    await app.shoot(`recovery-${language}-no-adapter`)
  })

  it('an address that is not secure is explained in place of the app', async () => {
    app = await openApp({ language: 'en' })
    await app.page.goto(app.server.url.replace('127.0.0.1', insecureHost))
    await app.page.getByText(say('en', 'app.cannotStart.insecure')).waitFor()
    await app.shoot('recovery-en-insecure')
  })

  it('a server without a file is named, with a way on', async () => {
    app = await openApp({ language: 'en', serviceWorkers: 'block' })
    const { page } = app
    await page.context().route('**/tokenizer.json', (route) => route.fulfill({ status: 404 }))
    await app.visit('/models')
    await button(page, say('en', 'models.start')).click()
    const sentence = say('en', 'failure.fileMissing', { file: 'tokenizer.json', status: 404 })
    await page.getByText(sentence).waitFor({ timeout: 60_000 })
    expect(await button(page, say('en', 'failure.reload')).isVisible()).toBe(true)
  })
})

/** Runs in a worker: notes every device that is handed out, so that it can be destroyed as a driver's reset would. */
function keepDevices(): void {
  const scope = globalThis as { devices?: unknown[] }
  scope.devices = []
  const source = GPUAdapter.prototype as { requestDevice: (this: GPUAdapter, ...asked: unknown[]) => Promise<unknown> }
  const { requestDevice } = source
  source.requestDevice = async function (...asked) {
    const device = await requestDevice.apply(this, asked)
    scope.devices?.push(device)
    return device
  }
}
