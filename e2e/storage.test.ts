import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modelAddress } from '#engine/shelf/cache-keys.ts'
import type { AppPage } from './support/app-page.ts'
import { openApp } from './support/app-page.ts'
import { axeFindings } from './support/axe.ts'
import { embeddedModel } from './support/catalogue.ts'
import { button } from './support/journeys.ts'
import { keepEmbeddedModel, modelBytes } from './support/kept-model.ts'
import { putScriptedModel } from './support/scripted-model.ts'
import { say } from './support/words.ts'

const model = embeddedModel()
let app: AppPage

afterEach(async () => {
  await app.close()
})

async function open(language: 'ko' | 'en'): Promise<void> {
  app = await openApp({ language, serviceWorkers: 'block' })
  await putScriptedModel(app.context, 100)
  await keepEmbeddedModel(app.page)
  await app.page.reload()
  await app.page.locator('main h1').waitFor()
}

const section = (name: string) => app.page.getByRole('region', { name })

describe('the storage screen', () => {
  beforeEach(() => open('en'))

  it('frees what it says, thing by thing', async () => {
    const { page } = app
    await page.evaluate(
      async (url) => {
        await (await caches.open('webllm/model')).put(url, new Response(new Uint8Array(500_000)))
        const root = await navigator.storage.getDirectory()
        const folders = await root.getDirectoryHandle('munjin-supply', { create: true })
        const folder = await folders.getDirectoryHandle('hari-q3-8b-q4f16_1', { create: true })
        const file = await (await folder.getFileHandle('order.json', { create: true })).createWritable()
        await file.write(
          JSON.stringify({ format: 'munjin-order', version: 1, source: { kind: 'files' }, parts: 2, totalBytes: 9 }),
        )
        await file.close()
        const shard = await (await folder.getFileHandle('scratch_0.bin', { create: true })).createWritable()
        await shard.write(new Uint8Array(2_000_000))
        await shard.close()
      },
      `${modelAddress({ ...model, version: '0' })}params_shard_0.bin`,
    )
    const whole = await modelBytes(page)
    await app.visit('/storage')
    await section('Models').getByText(model.name.en).waitFor()
    await section('Begun and not finished').getByText('hari-q3-8b').waitFor()
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [820, 'dark'],
      [390, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      await app.shoot(`storage-en-full-${width}`)
      expect(await axeFindings(page)).toEqual([])
    }

    await section('Of no use to this version').getByRole('button').click()
    await app.shoot('storage-en-asking')
    expect(await page.getByRole('dialog').innerText()).toContain('500 kB')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('en', 'storage.remove'), exact: true })
      .click()
    await page.getByText('500 kB freed').waitFor()
    expect(await section('Of no use to this version').count()).toBe(0)
    expect(whole - (await modelBytes(page))).toBe(500_000)

    await section('Begun and not finished').getByRole('button').click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('en', 'supply.giveUp'), exact: true })
      .click()
    await page.getByText('2 MB freed').waitFor()
    expect(await section('Begun and not finished').count()).toBe(0)

    await section('Models').getByRole('button').click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('en', 'storage.remove'), exact: true })
      .click()
    await section('Models').getByText(say('en', 'storage.models.none')).waitFor()
    expect(await modelBytes(page)).toBe(0)
    await app.shoot('storage-en-freed')

    await page.reload()
    await page.locator('main h1').waitFor()
    await page.waitForTimeout(500)
    expect(await page.getByText(say('en', 'lost.title')).count()).toBe(0)
    expect(app.errors).toEqual([])
  })

  it('is led to from the models, the privacy page and the settings', async () => {
    for (const from of ['/models', '/privacy', '/settings']) {
      await app.visit(from)
      await app.page.getByRole('link', { name: say('en', 'common.storage'), exact: true }).click()
      await app.page.getByRole('heading', { name: say('en', 'storage.title'), exact: true }).waitFor()
    }
  })

  it('asks the browser to keep what is there, and says what the answer means', async () => {
    await app.visit('/storage')
    await button(app.page, say('en', 'storage.room.persist')).click()
    const either = app.page
      .getByText(say('en', 'storage.room.refused'))
      .or(app.page.getByText(say('en', 'storage.room.persisted')))
    await either.first().waitFor()
  })
})

describe('the app itself', () => {
  it('is among what is kept, once its service worker has it', async () => {
    app = await openApp({ language: 'en' })
    await app.page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await app.visit('/storage')
    const files = section(say('en', 'storage.app.title')).getByRole('listitem')
    await files.waitFor()
    expect(await files.innerText()).toMatch(/\d MB/)
    await app.shoot('storage-en-app')
  })
})

describe('what the browser took away', () => {
  it.each(['ko', 'en'] as const)('is noticed at the next start and explained, in %s', async (language) => {
    await open(language)
    const { page, server } = app
    const note = () => page.evaluate(() => localStorage.getItem('munjin-kept-models') ?? '')
    await expect.poll(note, { timeout: 30_000 }).toContain(model.id)
    // A start that is still looking at what is kept would notice too early: the next one has looked when it notes again.
    const before = await note()
    await page.reload()
    await expect.poll(note, { timeout: 30_000 }).not.toBe(before)
    expect(await note()).toContain(model.id)
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name)
    })
    server.requests.length = 0
    await page.reload()
    await page.getByText(say(language, 'lost.title')).waitFor()
    await page.getByText(say(language, 'lost.noWork')).waitFor()
    for (const width of [1440, 820, 390]) {
      await page.setViewportSize({ width, height: 900 })
      await app.shoot(`storage-${language}-lost-${width}`)
      expect(await axeFindings(page)).toEqual([])
    }
    expect(server.requests.filter((path) => path.includes(model.base))).toEqual([])

    await page.getByRole('link', { name: say(language, 'lost.keep') }).click()
    await page.getByRole('heading', { name: say(language, 'storage.title'), exact: true }).waitFor()
    await button(page, say(language, 'common.close')).click()
    expect(await page.getByText(say(language, 'lost.title')).count()).toBe(0)
    await page.reload()
    await page.locator('main h1').waitFor()
    await page.waitForTimeout(500)
    expect(await page.getByText(say(language, 'lost.title')).count()).toBe(0)
  })
})
