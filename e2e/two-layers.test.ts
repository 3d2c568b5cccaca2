import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modelAddress } from '#engine/shelf/cache-keys.ts'
import expected from './fixtures/two-layers.json' with { type: 'json' }
import type { SupplyApp } from './support/mini-supply.ts'
import { builtRecord, getFromFolder, openSupplyApp, readBuilt, waitUntilGot } from './support/mini-supply.ts'
import { twoLayersContext, twoLayersSupply, writeTwoLayers } from './support/two-layers.ts'

/** Of the largest logit. Engines that are right differ by about 1e-4. */
const tolerance = 1e-3

/** How long all of it may take on a busy machine, in milliseconds; two idle cores need little more than a minute. */
const patience = 480_000

let folder: string
let app: SupplyApp

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'munjin-two-layers-'))
  app = await openSupplyApp({ language: 'en', serviceWorkers: 'block' }, twoLayersSupply())
})

afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('two layers of Qwen3 8B at full width', () => {
  it(
    'become the files that the command line makes, with the logits that NumPy computes',
    async () => {
      expect(writeTwoLayers(folder)).toBe(expected.weightsSha256)
      await app.visit('/models')
      await getFromFolder(app, folder)
      await waitUntilGot(app)
      expect((await readBuilt(app.page))?.manifest.files).toEqual(expected.files)

      const logits = await firstLogits(expected.prompt)
      expect(logits.length).toBe(expected.logits.length)
      expect(mostLikely(logits)).toBe(mostLikely(expected.logits))
      expect(largestDifference(logits, expected.logits)).toBeLessThan(tolerance * largest(expected.logits))
    },
    patience,
  )
})

/** What the engine chooses the token after a prompt from, in the harness on the app's own origin. */
async function firstLogits(prompt: string): Promise<readonly number[]> {
  const record = await builtRecord(app)
  const { page, server, build } = app
  await page.goto(`${server.url}harness/index.html`)
  await page.waitForFunction(() => 'harness' in window)
  const [answer] = await page.evaluate((order) => window.harness.bare(order), {
    ...{ modelId: record.id, modelAddress: modelAddress(record), libraryAddress: server.url + build.library.path },
    ...{ contextWindow: twoLayersContext, prompts: [prompt], maxTokens: 1, takesNotes: true },
  })
  return answer?.firstLogits ?? []
}

function mostLikely(logits: readonly number[]): number {
  return logits.indexOf(Math.max(...logits))
}

function largest(logits: readonly number[]): number {
  return Math.max(...logits.map(Math.abs))
}

function largestDifference(logits: readonly number[], others: readonly number[]): number {
  return largest(logits.map((logit, token) => logit - (others[token] ?? Infinity)))
}
