import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadStages } from '#domain/models/load-progress.ts'
import { embeddedModel } from './support/catalogue.ts'
import type { HarnessPage } from './support/harness-page.ts'
import { openHarness } from './support/harness-page.ts'

let harness: HarnessPage

beforeAll(async () => {
  harness = await openHarness()
})

afterAll(async () => {
  await harness.close()
})

describe('a worker that is killed while it loads', () => {
  it.each(loadStages.filter((stage) => stage !== 'ready'))('at the stage “%s”, is told of as dead', async (stage) => {
    const model = embeddedModel()
    // Only an empty cache has something to fetch; the other stages then start from what the kills before them left.
    if (stage === 'fetching') {
      await harness.page.evaluate(async () => {
        for (const name of await caches.keys()) await caches.delete(name)
      })
    }
    const heard = await harness.page.evaluate(([record, at]) => window.harness.killWhileLoading(record, at), [
      model,
      stage,
    ] as const)
    expect(heard).toBe('workerDied')
  })

  it('leaves nothing behind that keeps the next one from loading', async () => {
    const { stages } = await harness.page.evaluate((record) => window.harness.load(record), embeddedModel())
    expect(stages.at(-1)).toBe('ready')
  })
})
