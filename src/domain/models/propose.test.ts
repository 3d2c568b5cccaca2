import { describe, expect, it } from 'vitest'
import { aMachine, anAdapter, experienced, withGpu } from '#testing/builders/machines.ts'
import { anOffer, hari, qwen06b, qwen4b } from '#testing/builders/offers.ts'
import { bestBuild, proposeOffers } from './propose.ts'

describe('the best build', () => {
  it('is in half precision where the GPU has it', () => {
    expect(bestBuild(withGpu(8), hari, [])?.build.library.quantization).toBe('q4f16_1')
    const plain = withGpu(8, { adapter: anAdapter({ features: [] }) })
    expect(bestBuild(plain, hari, [])).toMatchObject({ build: { library: { quantization: 'q4f32_1' } } })
    expect(bestBuild(aMachine({ webgpu: 'absent', adapter: null }), hari, [])).toMatchObject({
      build: { library: { quantization: 'q4f16_1' } },
    })
  })

  it.each([
    ['24 GB: the default, though more would fit', 24, undefined, 4096, 'fits'],
    ['24 GB: more where it is asked for', 24, 16_384, 16_384, 'fits'],
    ['6 GB: what is asked for, though it does not fit', 6, 16_384, 16_384, 'wontFit'],
    ['6 GB: the default, tight', 6, undefined, 4096, 'tight'],
    ['4 GB: the shortest', 4, undefined, 2048, 'wontFit'],
    ['8 GB: no preset of that name', 8, 5000, 4096, 'fits'],
  ] as const)('has a context window for %s', (_, gigabytes, asked, contextWindow, verdict) => {
    const best = bestBuild(withGpu(gigabytes), hari, [], asked === undefined ? {} : { contextWindow: asked })
    expect(best).toMatchObject({ contextWindow, fit: { verdict } })
    expect(best?.presets.map((preset) => preset.contextWindow)).toEqual([2048, 4096, 8192, 16_384])
  })

  it('is shorter where a short one fits and the default is tight', () => {
    const ready = bestBuild(aMachine(), hari, [])?.presets[0]?.fit.sum.totalBytes ?? 0
    expect(bestBuild(aMachine(), hari, experienced(['ready', ready]))).toMatchObject({ contextWindow: 2048 })
  })

  it('asks for less of the disk where something is kept', () => {
    const machine = withGpu(8, { disk: { freeBytes: 1e9, persisted: true } })
    expect(bestBuild(machine, hari, [])?.fit.verdict).toBe('wontFit')
    expect(bestBuild(machine, hari, [], { kept: () => 5e9 })?.fit.verdict).toBe('fits')
  })

  it('is none where nothing is built', () => {
    expect(bestBuild(aMachine(), anOffer({ builds: [] }), [])).toBeNull()
  })
})

describe('the proposals', () => {
  const order = (machine: ReturnType<typeof aMachine>): readonly string[] =>
    proposeOffers(machine, [qwen06b, hari, qwen4b], []).map(({ build }) => build.offer.id)

  it.each([
    ['where it fits', withGpu(8)],
    ['where it is close', withGpu(6)],
    ['where the memory is unknown', aMachine()],
  ])('begin with the model that the app is made for %s', (_, machine) => {
    expect(order(machine)).toEqual(['hari-q3-8b', ...order(machine).slice(1)])
  })

  it('begin with the largest that fits where it does not', () => {
    expect(order(withGpu(4))).toEqual(['qwen3-4b', 'qwen3-0.6b', 'hari-q3-8b'])
  })

  it('begin with the smallest on a phone', () => {
    const phone = aMachine({ browser: { family: 'safari', os: 'ios', version: 26 } })
    expect(order(phone)).toEqual(['qwen3-0.6b', 'qwen3-4b', 'hari-q3-8b'])
  })
})
