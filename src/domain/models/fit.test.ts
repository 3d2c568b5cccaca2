import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aMachine, anAdapter, experienced, withGpu, withLimits } from '#testing/builders/machines.ts'
import { buildOf, hari, qwen06b, qwen4b } from '#testing/builders/offers.ts'
import type { FitVerdict } from './fit.ts'
import { judgeFit, mayTryAnyway } from './fit.ts'
import type { Machine } from './machine.ts'

const build = buildOf(hari)
const judge = (machine: Machine, contextWindow = 4096): FitVerdict => judgeFit(machine, build, contextWindow, [])
const kinds = (found: readonly { readonly kind: string }[]): readonly string[] => found.map(({ kind }) => kind)

describe('the sum', () => {
  it('is weights, cache and work', () => {
    expect(judge(aMachine()).sum).toEqual({
      weightBytes: 4_607_731_712,
      cacheBytes: 147_456 * 4112,
      workBytes: 351_092_224,
      totalBytes: 4_607_731_712 + 147_456 * 4112 + 351_092_224,
    })
  })

  it('is larger in single precision', () => {
    expect(judgeFit(aMachine(), buildOf(hari, 'q4f32_1'), 4096, []).sum.totalBytes).toBeGreaterThan(6.6e9)
  })
})

describe('a machine that cannot', () => {
  const noGpu = { adapter: null }
  it.each([
    ['without WebGPU', aMachine({ webgpu: 'absent', ...noGpu }), ['noWebGpu']],
    ['whose page is not secure', aMachine({ webgpu: 'insecureContext', ...noGpu }), ['insecureContext']],
    ['without an adapter', aMachine({ webgpu: 'noAdapter', ...noGpu }), ['noAdapter']],
    ['without half precision', aMachine({ adapter: anAdapter({ features: [] }) }), ['lacksFeature']],
    ['with a small disk', aMachine({ disk: { freeBytes: 4e9, persisted: true } }), ['diskTooSmall']],
  ] as const)('%s', (_, machine, expected) => {
    const fit = judge(machine)
    expect(fit.verdict).toBe('wontFit')
    expect(kinds(fit.obstacles)).toEqual(expected)
    expect(mayTryAnyway(fit)).toBe(false)
  })

  it('with buffers of 256 MiB, which the largest tensor does not fit into', () => {
    const limits = { maxBufferSize: 2 ** 28, maxStorageBufferBindingSize: 2 ** 27 }
    const fit = judge(aMachine({ adapter: withLimits(limits) }))
    expect(fit.obstacles).toEqual([
      { kind: 'limitTooSmall', limit: 'maxBufferSize', needed: 2 ** 30, available: 2 ** 28 },
      { kind: 'limitTooSmall', limit: 'maxStorageBufferBindingSize', needed: 2 ** 30, available: 2 ** 27 },
    ])
    expect(mayTryAnyway(fit)).toBe(false)
  })

  it('with 16 KiB for a workgroup, as the engine asks for 32 whatever the library needs', () => {
    const adapter = withLimits({ maxComputeWorkgroupStorageSize: 2 ** 14 })
    expect(judge(aMachine({ adapter })).obstacles).toEqual([
      { kind: 'limitTooSmall', limit: 'maxComputeWorkgroupStorageSize', needed: 2 ** 15, available: 2 ** 14 },
    ])
  })

  it('as soon as one layer’s cache is longer than a binding', () => {
    const adapter = withLimits({ maxBufferSize: 2 ** 28, maxStorageBufferBindingSize: 2 ** 27 })
    const small = buildOf(qwen06b, 'q4f32_1')
    expect(judgeFit(withGpu(16, { adapter }), small, 8192, []).verdict).toBe('fits')
    expect(kinds(judgeFit(withGpu(16, { adapter }), small, 16_384, []).obstacles)).toEqual(['limitTooSmall'])
  })
})

describe('memory', () => {
  it.each([
    ['8 GB and 4,096 tokens', 8, 4096, 'fits', []],
    ['8 GB and 16,384 tokens', 8, 16_384, 'tight', ['memoryClose']],
    ['6 GB and 4,096 tokens', 6, 4096, 'tight', ['memoryClose']],
    ['6 GB and 16,384 tokens', 6, 16_384, 'wontFit', []],
    ['4 GB and 4,096 tokens', 4, 4096, 'wontFit', []],
  ] as const)('of %s', (_, gigabytes, contextWindow, verdict, doubts) => {
    const fit = judge(withGpu(gigabytes), contextWindow)
    expect(fit.verdict).toBe(verdict)
    expect(kinds(fit.doubts.filter(({ kind }) => kind !== 'diskUnknown'))).toEqual(doubts)
  })

  it('that is too little by an estimate may be tried anyway', () => {
    const fit = judge(withGpu(4))
    expect(kinds(fit.obstacles)).toEqual(['memoryTooSmall'])
    expect(mayTryAnyway(fit)).toBe(true)
  })

  it('that nobody knows makes a large model doubtful and a small one not', () => {
    expect(kinds(judge(aMachine()).doubts)).toContain('memoryUnknown')
    expect(judge(aMachine()).verdict).toBe('tight')
    expect(judgeFit(aMachine(), buildOf(qwen06b), 4096, []).verdict).toBe('fits')
    expect(judgeFit(aMachine({ deviceMemoryBytes: null }), buildOf(qwen06b), 4096, []).verdict).toBe('tight')
  })
})

describe('experience', () => {
  const { totalBytes } = judge(aMachine()).sum

  it('of a start that got ready settles what is no larger', () => {
    const ready = experienced(['ready', totalBytes])
    for (const machine of [aMachine(), withGpu(4)]) {
      expect(judgeFit(machine, build, 4096, ready).verdict).toBe('fits')
      expect(judgeFit(machine, build, 8192, ready).verdict).not.toBe('fits')
    }
  })

  it('of memory that ran out forbids what is no smaller, and lets it be tried', () => {
    const fit = judgeFit(withGpu(24), build, 4096, experienced(['outOfMemory', totalBytes]))
    expect(fit).toMatchObject({ verdict: 'wontFit', obstacles: [{ kind: 'ranOutBefore', totalBytes }] })
    expect(mayTryAnyway(fit)).toBe(true)
    expect(judgeFit(withGpu(24), build, 2048, experienced(['outOfMemory', totalBytes])).verdict).toBe('fits')
  })

  it('of a crash is a doubt, until it got ready', () => {
    const crash = judgeFit(withGpu(24), build, 4096, experienced(['crashed', totalBytes]))
    expect(crash.verdict).toBe('tight')
    expect(kinds(crash.doubts)).toContain('crashedBefore')
    const mended = experienced(['crashed', totalBytes], ['ready', totalBytes])
    expect(judgeFit(withGpu(24), build, 4096, mended).verdict).toBe('fits')
  })
})

describe('doubts', () => {
  it('are had about adapters that run on the CPU, and about phones', () => {
    const adapter = anAdapter({ name: 'google swiftshader', isSoftware: true })
    expect(judge(withGpu(24, { adapter }))).toMatchObject({ verdict: 'tight', doubts: [{ kind: 'software' }, {}] })
    const phone = withGpu(24, { browser: { family: 'chrome', os: 'android', version: 149 } })
    expect(judge(phone)).toMatchObject({ verdict: 'tight', doubts: [{ kind: 'phone' }, {}] })
  })

  it('about the disk are said and do not make it tight', () => {
    const fit = judge(withGpu(24, { disk: { freeBytes: null, persisted: false } }))
    expect(fit.verdict).toBe('fits')
    expect(kinds(fit.doubts)).toEqual(['notPersisted', 'diskUnknown'])
  })
})

describe('the disk', () => {
  it('needs the files, and the largest once more on its way', () => {
    const { neededBytes } = judge(aMachine()).disk
    expect(neededBytes).toBe(4_607_731_712 + 3_102_856 + 311_164_928 + 16e6)
  })

  it('needs less of what is kept, and nothing of what is whole', () => {
    const machine = aMachine({ disk: { freeBytes: 1e9, persisted: true } })
    const half = judgeFit(machine, build, 4096, [], 4e9)
    expect(half.disk.neededBytes).toBe(4_607_731_712 + 3_102_856 + 311_164_928 + 16e6 - 4e9)
    expect(half.obstacles).toEqual([])
    expect(judgeFit(machine, build, 4096, [], 4_630_000_000).disk.neededBytes).toBe(0)
  })
})

describe('a verdict', () => {
  const rank = { fits: 0, tight: 1, wontFit: 2 } as const
  const bytes = fc.integer({ min: 0, max: 40e9 })
  const experience = fc
    .array(fc.tuple(fc.constantFrom('ready', 'outOfMemory', 'crashed'), bytes), { maxLength: 6 })
    .map((starts) => experienced(...starts))
  const machines = fc.record({
    gpu: fc.option(bytes),
    device: fc.option(fc.constantFrom(2, 4, 8, 16, 32).map((gibibytes) => gibibytes * 2 ** 30)),
    free: fc.option(bytes),
    buffer: fc.integer({ min: 2 ** 26, max: 2 ** 32 }),
    phone: fc.boolean(),
  })
  const builds = fc.constantFrom(build, buildOf(hari, 'q4f32_1'), buildOf(qwen4b), buildOf(qwen06b, 'q4f32_1'))
  const windows = fc.integer({ min: 16, max: 40_960 })
  type Drawn = { gpu: number | null; device: number | null; free: number | null; buffer: number; phone: boolean }
  const machineOf = ({ gpu, device, free, buffer, phone }: Drawn): Machine =>
    aMachine({
      gpuMemoryBytes: gpu,
      deviceMemoryBytes: device,
      disk: { freeBytes: free, persisted: true },
      adapter: withLimits({ maxBufferSize: buffer, maxStorageBufferBindingSize: buffer }),
      ...(phone ? { browser: { family: 'chrome', os: 'android', version: 149 } } : {}),
    })

  it('is never worsened by more of anything', () => {
    fc.assert(
      fc.property(machines, builds, windows, experience, bytes, (drawn, each, window, past, more) => {
        const before = rank[judgeFit(machineOf(drawn), each, window, past).verdict]
        for (const key of ['gpu', 'device', 'free', 'buffer'] as const) {
          const had = drawn[key]
          if (had === null) continue
          const after = judgeFit(machineOf({ ...drawn, [key]: had + more }), each, window, past).verdict
          expect(rank[after]).toBeLessThanOrEqual(before)
        }
      }),
    )
  })

  it('is never bettered by a longer context window', () => {
    fc.assert(
      fc.property(machines, builds, windows, windows, experience, (drawn, each, a, b, past) => {
        const judged = (window: number): number => rank[judgeFit(machineOf(drawn), each, window, past).verdict]
        expect(judged(Math.max(a, b))).toBeGreaterThanOrEqual(judged(Math.min(a, b)))
      }),
    )
  })

  it('is never bettered by a failure, and never worsened by a start that got ready', () => {
    fc.assert(
      fc.property(machines, builds, windows, experience, bytes, (drawn, each, window, past, total) => {
        const judged = (all: typeof past): number => rank[judgeFit(machineOf(drawn), each, window, all).verdict]
        const [newest] = experienced(['ready', total]).map((one) => ({ ...one, at: past.at(-1)?.at ?? one.at }))
        if (newest === undefined) return
        const later = { ...newest, at: (newest.at + 1) as typeof newest.at }
        expect(judged([...past, later])).toBeLessThanOrEqual(judged(past))
        expect(judged([...past, { ...later, outcome: 'outOfMemory' }])).toBeGreaterThanOrEqual(judged(past))
      }),
    )
  })
})
