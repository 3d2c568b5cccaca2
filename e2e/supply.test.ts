import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ModelFile, ModelRecord } from '#domain/models/model-record.ts'
import { cacheKeyOf } from '#engine/shelf/cache-keys.ts'
import { securityHeadersFor } from '#platform/content-security-policy.ts'
import { miniAsRepository, miniFiles, miniRepository } from '#testing/builders/mini-as-published.ts'
import type { FakeHub, HubRequest } from '#testing/fakes/fake-hub.ts'
import { startFakeHub } from '#testing/fakes/fake-hub.ts'
import { embeddedModel } from './support/catalogue.ts'
import { someReferenceAnswers } from './support/greedy-reference.ts'
import { button, loadPatience } from './support/journeys.ts'
import { planMiniParts, readDoneParts } from './support/mini-parts.ts'
import type { SupplyApp } from './support/mini-supply.ts'
import {
  asksForWeights,
  builtRecord,
  getFromFolder,
  getFromHub,
  openSupplyApp,
  readBuilt,
  waitUntilGot,
} from './support/mini-supply.ts'
import { projectRoot } from './support/paths.ts'
import { say } from './support/words.ts'

const greedy = { maxTokens: 420, temperature: 0, topP: 1 }

const lastFile = 'model-00003-of-00003.safetensors'

let hub: FakeHub
let app: SupplyApp

beforeEach(async () => {
  hub = await startFakeHub({ repositories: { [miniRepository]: miniAsRepository() }, separateCdn: true })
})

afterEach(async () => {
  await app.close()
  await hub.close()
})

/** The shards are cut elsewhere, but all tensors one after the other are the same bytes as in the shipped files. */
async function expectTheTensorsOfTheShippedBuild(app: SupplyApp): Promise<void> {
  const shipped = createHash('sha256')
  for (const { path } of shardsOf(embeddedModel())) {
    shipped.update(readFileSync(join(projectRoot, 'public', embeddedModel().base, path)))
  }
  const record = await builtRecord(app)
  const made = await app.page.evaluate(
    async (keys) => {
      const shards: Blob[] = []
      for (const { cache, url } of keys) {
        const kept = await (await caches.open(cache)).match(url)
        if (kept !== undefined) shards.push(await kept.blob())
      }
      const digest = await crypto.subtle.digest('SHA-256', await new Blob(shards).arrayBuffer())
      return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    },
    shardsOf(record).map((file) => cacheKeyOf(record, file)),
  )
  expect(made).toBe(shipped.digest('hex'))
}

function shardsOf({ files }: ModelRecord): readonly ModelFile[] {
  return files.filter(({ kind }) => kind === 'shard')
}

/** Has the harness, on the same origin, load what the app has made, and demands the words of the shipped build. */
async function expectTheWordsOfTheShippedBuild(app: SupplyApp): Promise<void> {
  const { page, server } = app
  const record = await builtRecord(app)
  // The app's service worker answers every address of the app with the app.
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
  })
  await page.goto(`${server.url}harness/index.html`)
  await page.waitForFunction(() => 'harness' in window)
  await page.evaluate((model) => window.harness.load(model), record)
  for (const { prompt, text } of someReferenceAnswers(1)) {
    const answer = await page.evaluate((asked) => window.harness.generate(asked), { prompt, ...greedy })
    expect(answer.text).toBe(text)
  }
}

describe('a model from a hub', () => {
  it('is fetched through every kind of trouble, converted, started, and says what the shipped build says', async () => {
    const troubles = troubleMaker()
    hub.misbehave = (request) => troubles.misbehave(request)
    app = await openSupplyApp()
    await app.visit('/models')
    await getFromHub(app, hub.url)
    await app.page.getByRole('progressbar').waitFor()
    await app.shoot('supply-ko-fetching')
    await waitUntilGot(app)
    expect(troubles.left()).toEqual([])
    await app.shoot('supply-ko-got')

    expect(new Set(hub.requests.map(({ method }) => method))).toEqual(new Set(['GET']))
    for (const { headers } of hub.requests) {
      expect(headers['referer']).toBeUndefined()
      expect(headers['cookie']).toBeUndefined()
    }

    // It starts without a network, and with nothing of the app's host either.
    await app.page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    app.server.setDown(true)
    await app.page.reload()
    const article = app.page.getByRole('article', { name: '다른 곳의 미니' })
    await article.getByRole('button', { name: say('ko', 'models.start'), exact: true }).click()
    await button(app.page, say('ko', 'models.unload')).waitFor({ timeout: loadPatience })
    expect(await article.innerText()).toContain(say('ko', 'models.library.gpu'))
    await app.shoot('supply-ko-started')
    app.server.setDown(false)
    await button(app.page, say('ko', 'models.unload')).click()
    await expectTheTensorsOfTheShippedBuild(app)
    await expectTheWordsOfTheShippedBuild(app)
  })

  it('stops within a second, and goes on where it was', async () => {
    hub.misbehave = (request) =>
      asksForWeights(request) && request.file === lastFile ? { kind: 'stall', after: 100_000 } : null
    // With the headers of our own server, whose policy for the downloader is another than for the rest.
    app = await openSupplyApp({ language: 'en', headersFor: securityHeadersFor })
    await app.visit('/models')
    await getFromHub(app, hub.url)
    await expect.poll(() => hub.requests.filter(asksForWeights).length, { timeout: 30_000 }).toBe(3)
    // The third file hangs; what was asked for before it is to be done, so that only the third is missing.
    const others = (await planMiniParts(miniFiles())).filter(({ file }) => file !== lastFile).map(({ index }) => index)
    await expect
      .poll(async () => [...(await readDoneParts(app.page))], { timeout: 30_000 })
      .toEqual(expect.arrayContaining(others))
    const began = Date.now()
    await button(app.page, say('en', 'supply.stop')).click()
    await button(app.page, say('en', 'supply.goOn')).waitFor()
    expect(Date.now() - began).toBeLessThan(1000)
    await app.shoot('supply-en-stopped')

    hub.misbehave = () => null
    hub.requests.length = 0
    await app.page.reload()
    await button(app.page, say('en', 'supply.goOn')).click()
    await waitUntilGot(app)
    expect(new Set(hub.requests.filter(asksForWeights).map(({ file }) => file))).toEqual(new Set([lastFile]))
  })
})

describe('a model from a folder', () => {
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'munjin-folder-'))
    for (const [name, bytes] of Object.entries(miniFiles())) writeFileSync(join(folder, name), bytes)
  })

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('needs no network at all', async () => {
    app = await openSupplyApp({ language: 'en' })
    await app.page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await app.visit('/models')
    await button(app.page, say('en', 'supply.get')).waitFor()
    app.server.setDown(true)
    await getFromFolder(app, folder)
    await waitUntilGot(app)
    expect((await readBuilt(app.page))?.manifest.source.repository).toBeUndefined()
    expect(hub.requests).toEqual([])
    app.server.setDown(false)
    await expectTheTensorsOfTheShippedBuild(app)
  })
})

/** One misdeed after the other, each at the next request that it can happen to. */
function troubleMaker() {
  const cdn = ({ stage }: HubRequest): boolean => stage === 'cdn'
  const any = (): boolean => true
  const waiting: {
    readonly happensTo: (request: HubRequest) => boolean
    readonly misdeed: ReturnType<FakeHub['misbehave']>
  }[] = [
    { happensTo: any, misdeed: { kind: 'hangUp' } },
    { happensTo: any, misdeed: { kind: 'status', status: 429, retryAfter: '1' } },
    { happensTo: any, misdeed: { kind: 'status', status: 503 } },
    { happensTo: cdn, misdeed: { kind: 'cut', after: 12_345 } },
    { happensTo: cdn, misdeed: { kind: 'shorter', by: 1000, saysSo: false } },
    { happensTo: cdn, misdeed: { kind: 'cut', after: 1 } },
    { happensTo: cdn, misdeed: { kind: 'stall', after: 54_321 } },
  ]
  return {
    left: () => waiting.map(({ misdeed }) => misdeed?.kind),
    misbehave(request: HubRequest) {
      const [next] = waiting
      if (next?.happensTo(request) !== true) return null
      waiting.shift()
      return next.misdeed
    },
  }
}
