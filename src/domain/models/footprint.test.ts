import { describe, expect, it } from 'vitest'
import { footprintOf } from './footprint.ts'
import type { Architecture } from './offer.ts'

const common = { keyValueHeads: 8, headDim: 128, vocabularySize: 151_936, ropeTheta: 1e6, rmsNormEps: 1e-6 }
const qwen06: Architecture = {
  ...common,
  ...{ hiddenSize: 1024, intermediateSize: 3072, layers: 28, heads: 16, tied: true },
}
const qwen4: Architecture = {
  ...common,
  ...{ hiddenSize: 2560, intermediateSize: 9728, layers: 36, heads: 32, tied: true },
}
const qwen8: Architecture = {
  ...common,
  ...{ hiddenSize: 4096, intermediateSize: 12_288, layers: 36, heads: 32, tied: false },
}

// The bytes that MLC's converter makes of the published weights, from their shapes.
describe('the footprint of a build', () => {
  it.each([
    ['0.6B', qwen06, 'q4f16_1', 335_372_288, 335_372_288],
    ['0.6B', qwen06, 'q4f32_1', 335_372_288, 372_752_384],
    ['4B', qwen4, 'q4f16_1', 2_262_920_192, 2_262_920_192],
    ['4B', qwen4, 'q4f32_1', 2_262_920_192, 2_514_704_384],
    ['8B', qwen8, 'q4f16_1', 4_607_731_712, 4_607_731_712],
    ['8B', qwen8, 'q4f32_1', 4_607_731_712, 5_120_249_856],
  ] as const)('is that of the real thing: %s %s', (_, shape, quantization, stored, inMemory) => {
    expect(footprintOf(shape, quantization)).toMatchObject({ storedBytes: stored, weightBytes: inMemory })
  })

  it('counts the source, the longest tensor and the cache of the 8B', () => {
    expect(footprintOf(qwen8, 'q4f16_1')).toMatchObject({
      sourceBytes: 16_381_470_720,
      largestTensorBytes: 311_164_928,
      cacheBytesPerToken: 147_456,
    })
    expect(footprintOf(qwen8, 'q4f32_1').cacheBytesPerToken).toBe(294_912)
  })
})
