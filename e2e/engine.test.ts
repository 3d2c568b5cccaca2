import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modelAddress, cacheKeyOf } from '#engine/shelf/cache-keys.ts'
import type { EngineCase } from '#testing/contracts/engine-contract.ts'
import { engineContract } from '#testing/contracts/engine-contract.ts'
import { embeddedModel } from './support/catalogue.ts'
import { someReferenceAnswers } from './support/greedy-reference.ts'
import type { HarnessPage } from './support/harness-page.ts'
import { openHarness } from './support/harness-page.ts'

const model = embeddedModel()
const greedy = { maxTokens: 420, temperature: 0, topP: 1 }
const samples = someReferenceAnswers(20)

let harness: HarnessPage

beforeAll(async () => {
  harness = await openHarness()
})

afterAll(async () => {
  await harness.close()
})

/** The cases of the contract that begin so, with their places in it. */
function contractCases(wanted: EngineCase['begins']): readonly (readonly [string, number])[] {
  return engineContract.flatMap(({ promise, begins }, index) => (begins === wanted ? [[promise, index] as const] : []))
}

async function runContractCase(index: number, maxTokens: number): Promise<void> {
  await harness.page.evaluate(([at, record, asked]) => window.harness.runContractCase(at, record, asked), [
    index,
    model,
    { prompt: samples[0]?.prompt ?? '', ...greedy, maxTokens },
  ] as const)
}

// One engine holds a model at a time, so those that load for themselves come before one is loaded for the others.
describe('the real engine in a real worker', () => {
  it.each(contractCases('empty'))('%s', (_, index) => runContractCase(index, 40))
})

describe('the shipped model through the app’s engine port', () => {
  it('chooses the software schedule on a software adapter', async () => {
    const { schedule, stages } = await harness.page.evaluate((record) => window.harness.load(record), model)
    expect(schedule).toBe('software')
    expect(stages.at(-1)).toBe('ready')
  })

  // The contract's request must be able to come to its own end.
  it.each(contractCases('loaded'))('%s', (_, index) => runContractCase(index, greedy.maxTokens))

  it.each(samples)('says to $id exactly what the reference implementation says', async (sample) => {
    const answer = await harness.page.evaluate((asked) => window.harness.generate(asked), {
      prompt: sample.prompt,
      ...greedy,
    })
    expect(answer.text).toBe(sample.text)
    // The stop token is counted too; equal text of equally many tokens leaves no room for other tokens.
    expect(answer.usage.completionTokens).toBe(sample.tokens.length + (sample.finish === 'stop' ? 1 : 0))
  })

  it('samples the very token ids of the reference, read inside a bare engine', async () => {
    const library = model.libraries.find(({ schedule }) => schedule === 'software')
    if (library === undefined) throw new Error('no software library')
    const few = samples.filter((_, index) => index % 10 === 0)
    const answers = await harness.page.evaluate((order) => window.harness.bare(order), {
      modelId: model.id,
      modelAddress: modelAddress(model),
      libraryAddress: cacheKeyOf(model, library).url,
      contextWindow: model.contextWindow.default,
      prompts: few.map(({ prompt }) => prompt),
      maxTokens: greedy.maxTokens,
      takesNotes: true,
    })
    const stopTokens = [0, 2]
    expect(answers.map(({ tokens }) => tokens.filter((token) => !stopTokens.includes(token)))).toEqual(
      few.map(({ tokens }) => tokens),
    )
  })
})
