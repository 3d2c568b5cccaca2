import { cacheKeyOf, modelAddress } from '#engine/shelf/cache-keys.ts'
import { embeddedModel } from '../support/catalogue.ts'
import { someReferenceAnswers } from '../support/greedy-reference.ts'
import { openHarness } from '../support/harness-page.ts'

/**
 * Decoding speed through the app's engine port against a bare `MLCEngine` in a worker: same page, model, prompts and
 * tokens, taken in turns so that a machine whose speed drifts tells both alike. The ratio of the medians is the figure.
 */
export async function measureSpeed() {
  const model = embeddedModel()
  const prompts = someReferenceAnswers(4).map(({ prompt }) => prompt)
  const library = model.libraries.find(({ schedule }) => schedule === 'software')
  if (library === undefined) throw new Error('The catalogue has no software library.')
  const { page, close } = await openHarness()
  const maxTokens = 96
  const app: number[] = []
  const bare: number[] = []
  try {
    for (let round = 0; round < 3; round += 1) {
      await page.evaluate((record) => window.harness.load(record), model)
      for (const prompt of prompts) {
        const { usage, wallMs } = await page.evaluate((asked) => window.harness.generate(asked), {
          ...{ prompt, maxTokens, temperature: 0, topP: 1 },
        })
        app.push((usage.completionTokens * 1000) / wallMs)
      }
      // Two engines at once would share the processor.
      await page.evaluate(() => window.harness.unload())
      const answers = await page.evaluate((order) => window.harness.bare(order), {
        ...{ modelId: model.id, modelAddress: modelAddress(model), libraryAddress: cacheKeyOf(model, library).url },
        ...{ contextWindow: model.contextWindow.default, prompts, maxTokens, takesNotes: false },
      })
      for (const { completionTokens, wallMs } of answers) bare.push((completionTokens * 1000) / wallMs)
    }
  } finally {
    await close()
  }
  const ratio = median(app) / median(bare)
  return {
    ...{ bar: 0.97, ratio, answers: app.length, tokensPerAnswer: maxTokens },
    unit: 'tokens per second over the whole answer, prefill included',
    app: { median: median(app), all: app },
    bare: { median: median(bare), all: bare },
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
