import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cacheKeyOf } from '#engine/shelf/cache-keys.ts'
import { miniAsRepository, miniFiles, miniRepository } from '#testing/builders/mini-as-published.ts'
import type { FakeHub } from '#testing/fakes/fake-hub.ts'
import { startFakeHub } from '#testing/fakes/fake-hub.ts'
import { button, loadPatience } from './support/journeys.ts'
import type { SupplyApp } from './support/mini-supply.ts'
import {
  asksForWeights,
  builtRecord,
  getFromHub,
  gotNotice,
  miniBuild,
  openSupplyApp,
  waitUntilGot,
} from './support/mini-supply.ts'
import { say } from './support/words.ts'

const language = 'en'

let hub: FakeHub
let app: SupplyApp

beforeEach(async () => {
  hub = await startFakeHub({ repositories: { [miniRepository]: miniAsRepository(miniFiles(4)) } })
})

afterEach(async () => {
  await app.close()
  await hub.close()
})

describe('a model that was made here and is no longer what it was', () => {
  it('a flipped bit on its way here is noticed and named, and the file is fetched again', async () => {
    const flipped = 'model-00002-of-00004.safetensors'
    let isFlipped = false
    hub.misbehave = (request) => {
      if (isFlipped || !asksForWeights(request) || request.file !== flipped) return null
      isFlipped = true
      return { kind: 'flip', at: 200_000 }
    }
    app = await openSupplyApp({ language })
    const { page } = app
    await app.visit('/models')
    await getFromHub(app, hub.url)
    await page.getByText(say(language, 'supply.failure.wrongHash', { file: flipped })).waitFor({ timeout: 60_000 })
    await app.shoot('supply-en-wrong-hash')
    hub.requests.length = 0
    await button(page, say(language, 'supply.goOn')).click()
    await waitUntilGot(app)
    expect(hub.requests.filter(asksForWeights).map(({ file }) => file)).toContain(flipped)
  })

  it('a damaged file is noticed at the start, named, and made anew from the same place', async () => {
    app = await openSupplyApp({ language })
    const { page } = app
    await app.visit('/models')
    await getFromHub(app, hub.url)
    await waitUntilGot(app)
    const record = await builtRecord(app)
    const shard = record.files.find(({ kind }) => kind === 'shard')
    if (shard === undefined) throw new Error('The model has no shard.')
    await page.evaluate(
      async ({ cache: name, url }) => {
        const cache = await caches.open(name)
        const kept = await cache.match(url)
        const bytes = new Uint8Array((await kept?.arrayBuffer()) ?? new ArrayBuffer(0))
        bytes[1000] = (bytes[1000] ?? 0) ^ 1
        await cache.put(url, new Response(bytes, { headers: { 'content-length': String(bytes.length) } }))
      },
      cacheKeyOf(record, shard),
    )
    const article = page.getByRole('article', { name: miniBuild.offer.name[language] })
    await article.getByRole('button', { name: say(language, 'models.start'), exact: true }).click()
    const slots = { number: 1, files: shard.path }
    await page.getByText(say(language, 'failure.madeFilesLost', slots)).waitFor({ timeout: 60_000 })
    await page.getByText(say(language, 'supply.damaged')).waitFor()
    await app.shoot('supply-en-damaged')

    await button(page, say(language, 'supply.getAgain')).click()
    await page.getByLabel(say(language, 'supply.dialog.hubHost'), { exact: true }).fill(hub.url)
    await button(page, say(language, 'supply.dialog.begin')).click()
    await gotNotice(app).waitFor({ timeout: 60_000 })
    expect(await page.getByText(say(language, 'supply.damaged')).count()).toBe(0)
    await article
      .getByRole('button', { name: say(language, 'models.start'), exact: true })
      .first()
      .click()
    await button(page, say(language, 'models.unload')).waitFor({ timeout: loadPatience })
  })
})
