import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConversionPart } from '#converter/conversion-part.ts'
import { miniAsRepository, miniFiles, miniRepository } from '#testing/builders/mini-as-published.ts'
import { seededRandom } from '#testing/fakes/hurried-network.ts'
import type { FakeHub } from '#testing/fakes/fake-hub.ts'
import { startFakeHub } from '#testing/fakes/fake-hub.ts'
import { button } from './support/journeys.ts'
import type { SupplyApp } from './support/mini-supply.ts'
import { planMiniParts, readDoneParts } from './support/mini-parts.ts'
import { asksForWeights, getFromHub, openSupplyApp, readBuilt, waitUntilGot } from './support/mini-supply.ts'
import { say } from './support/words.ts'

const language = 'ko'
const kills = 12
const files = miniFiles(12)

let hub: FakeHub
let app: SupplyApp

beforeEach(async () => {
  hub = await startFakeHub({ repositories: { [miniRepository]: miniAsRepository(files) } })
})

afterEach(async () => {
  await app.close()
  await hub.close()
})

describe('a page that dies while it gets a model', () => {
  it(`goes on where it was, ${kills} times, and never asks for a finished part again`, async () => {
    const chance = seededRandom(20_261_123)
    const parts = await planMiniParts(files)
    app = await openSupplyApp({ language })
    let page = app.page
    await page.goto(`${app.server.url}#/models`)
    await getFromHub(app, hub.url)
    let done: ReadonlySet<number> = new Set()
    for (let kill = 1; kill <= kills; kill += 1) {
      await stallAfter(Math.floor(chance() * 3), Math.floor(chance() * 400_000))
      // Half of them end the tab, half of them crash its process.
      if (kill % 2 === 0) await page.goto('chrome://crash').catch(() => null)
      await page.close()
      expect(partsAskedFor(parts).filter((part) => done.has(part))).toEqual([])

      page = await app.context.newPage()
      hub.requests.length = 0
      await page.goto(`${app.server.url}#/models`)
      expect(await readBuilt(page)).toBeNull()
      done = await readDoneParts(page)
      await button(page, say(language, 'supply.goOn')).click()
    }
    hub.misbehave = () => null
    await waitUntilGot({ ...app, page })
    expect(partsAskedFor(parts).filter((part) => done.has(part))).toEqual([])
    expect((await readBuilt(page))?.manifest.source.revision).toBe('c'.repeat(40))
  })
})

/** Lets so many requests for weights through and has the next one stall after so many bytes; returns when it has. */
async function stallAfter(requests: number, bytes: number): Promise<void> {
  let left = requests
  let isStalled = false
  hub.misbehave = (request) => {
    if (!asksForWeights(request)) return null
    left -= 1
    if (left >= 0) return null
    isStalled = true
    return { kind: 'stall', after: bytes }
  }
  await expect.poll(() => isStalled, { timeout: 30_000 }).toBe(true)
}

function partsAskedFor(parts: readonly ConversionPart[]): readonly number[] {
  const asked = hub.requests.filter(asksForWeights)
  return parts
    .filter(({ file, begin, end }) =>
      asked.some((one) => one.file === file && one.range !== null && one.range.begin < end && one.range.end > begin),
    )
    .map(({ index }) => index)
}
