import { afterEach, describe, expect, it } from 'vitest'
import type { AppPage, Language } from './support/app-page.ts'
import { openApp } from './support/app-page.ts'
import { button } from './support/journeys.ts'
import { say } from './support/words.ts'

let app: AppPage

afterEach(async () => {
  await app.close()
})

/** What a page is made to believe of its machine; absent is as good as WebGPU on a large graphics card. */
interface Belief {
  readonly adapter?: 'none'
  readonly features?: readonly string[]
  readonly limits?: Readonly<Record<string, number>>
  /** Free, in bytes. */
  readonly disk?: number
}

const mebi = 2 ** 20

/** Runs in the page before the app does. */
function believe({ adapter, features = ['shader-f16'], limits = {}, disk = 200e9 }: Belief): void {
  const large = {
    ...{ maxBufferSize: 4 * 2 ** 30, maxStorageBufferBindingSize: 2 ** 31, maxComputeWorkgroupStorageSize: 32_768 },
    ...{ maxComputeInvocationsPerWorkgroup: 1024, maxStorageBuffersPerShaderStage: 10, ...limits },
  }
  const info = { vendor: 'nvidia', architecture: 'ada', device: '', description: '', isFallbackAdapter: false }
  const found = adapter === 'none' ? null : { info, features: new Set(features), limits: large }
  Object.defineProperty(navigator, 'gpu', { value: { requestAdapter: () => Promise.resolve(found) } })
  navigator.storage.estimate = () => Promise.resolve({ usage: 0, quota: disk })
}

async function openWith(language: Language, belief: Belief) {
  app = await openApp({ language })
  const foreign: string[] = []
  app.context.on('request', (request) => {
    if (!request.url().startsWith(app.server.url) && !request.url().startsWith('blob:')) foreign.push(request.url())
  })
  await app.context.addInitScript(believe, belief)
  await app.page.reload()
  await app.visit('/models')
  const hari = app.page.getByRole('article', { name: 'hari-q3-8b' })
  await hari.waitFor()
  const expectNothingFetched = (): void => {
    expect(foreign).toEqual([])
    expect(app.server.requests.filter((path) => /params_shard|\.wasm$/.test(path))).toEqual([])
  }
  return { hari, expectNothingFetched }
}

describe('the verdict before the first byte', () => {
  it.each(['ko', 'en'] as const)(
    'is that nothing runs without an adapter, and says how to get one, in %s',
    async (language) => {
      const { hari, expectNothingFetched } = await openWith(language, { adapter: 'none' })
      await hari.getByText(say(language, 'fit.verdict.wontFit'), { exact: true }).first().waitFor()
      await hari.getByText(say(language, 'supply.fit')).click()
      await hari.getByText(say(language, 'fit.obstacle.noAdapter.cause')).waitFor()
      await app.page.getByRole('heading', { name: say(language, 'fit.help.title') }).waitFor()
      expect(await button(app.page, say(language, 'supply.get')).count()).toBe(0)
      await app.shoot(`fit-${language}-no-adapter`)
      expectNothingFetched()
    },
  )

  it('proposes the build for single precision where the adapter has no half precision', async () => {
    const { hari, expectNothingFetched } = await openWith('ko', { features: [] })
    await hari.getByText(say('ko', 'supply.facts.build', { name: 'q4f32_1' })).waitFor()
    expect(await hari.getByText(say('ko', 'fit.verdict.wontFit'), { exact: true }).count()).toBe(0)
    expectNothingFetched()
  })

  it.each([
    [
      'buffers of 256 MiB',
      { maxBufferSize: 256 * mebi, maxStorageBufferBindingSize: 128 * mebi },
      'maxStorageBufferBindingSize',
    ],
    ['workgroups of 16 KiB', { maxComputeWorkgroupStorageSize: 16_384 }, 'maxComputeWorkgroupStorageSize'],
  ] as const)('is that it will not run with %s, and names the limit', async (_, limits, limit) => {
    const { hari, expectNothingFetched } = await openWith('en', { limits })
    await hari.getByText(say('en', 'fit.verdict.wontFit'), { exact: true }).first().waitFor()
    await hari.getByText(limit).first().waitFor()
    expect(await hari.getByRole('button', { name: say('en', 'supply.get'), exact: true }).count()).toBe(0)
    await app.shoot(`fit-en-${limit}`)
    expectNothingFetched()
  })

  it('is that it will not run on a disk with 3 GB free, which may be tried all the same nowhere', async () => {
    const { hari, expectNothingFetched } = await openWith('ko', { disk: 3e9 })
    await hari.getByText(say('ko', 'fit.verdict.wontFit'), { exact: true }).first().waitFor()
    await hari
      .getByText(/브라우저가 허용한 공간은/)
      .first()
      .waitFor()
    await app.shoot('fit-ko-small-disk')
    expectNothingFetched()
  })

  it('learns how much memory there is, and says the sum', async () => {
    const { hari, expectNothingFetched } = await openWith('ko', {})
    await hari.getByText(say('ko', 'supply.fit')).click()
    await hari
      .getByLabel(say('ko', 'fit.memory.label'))
      .selectOption({ label: say('ko', 'fit.memory.gigabytes', { gigabytes: 16 }) })
    await hari.getByText(say('ko', 'fit.verdict.fits'), { exact: true }).first().waitFor()
    await hari.getByText(/가중치 4\.6GB \+ 캐시 0\.6GB\(4,096토큰\)|가중치 .*4,096토큰/).waitFor()
    await app.shoot('fit-ko-16gb')
    expectNothingFetched()
  })
})
