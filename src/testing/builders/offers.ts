import { footprintOf } from '#domain/models/footprint.ts'
import type { Architecture, ModelBuild, ModelOffer, OfferedQuantization, ShippedLibrary } from '#domain/models/offer.ts'

// For tests: what is offered, with the shapes of the real models.

const common = { layers: 36, heads: 32, keyValueHeads: 8, headDim: 128, ropeTheta: 1e6, rmsNormEps: 1e-6 }

export const shape8b: Architecture = {
  ...common,
  ...{ hiddenSize: 4096, intermediateSize: 12_288, vocabularySize: 151_936, tied: false },
}
export const shape4b: Architecture = {
  ...common,
  ...{ hiddenSize: 2560, intermediateSize: 9728, vocabularySize: 151_936, tied: true },
}
export const shape06b: Architecture = {
  ...common,
  ...{ hiddenSize: 1024, intermediateSize: 3072, layers: 28, heads: 16, vocabularySize: 151_936, tied: true },
}

export function aLibrary(
  architecture: Architecture,
  quantization: OfferedQuantization,
  prefillChunk: number,
): ShippedLibrary {
  const largest = footprintOf(architecture, quantization).largestTensorBytes
  return {
    id: `library-${quantization}`,
    path: `libraries/library-${quantization}.wasm`,
    bytes: 3_102_856,
    sha256: 'a'.repeat(64),
    architecture,
    quantization,
    prefillChunk,
    requires: {
      features: quantization === 'q4f16_1' ? ['shader-f16'] : [],
      maxStorageBufferBindingSize: largest,
      maxBufferSize: largest,
      maxComputeWorkgroupStorageSize: quantization === 'q4f16_1' ? 29_056 : 24_768,
      maxComputeInvocationsPerWorkgroup: 256,
      maxStorageBuffersPerShaderStage: 10,
    },
  }
}

export function anOffer(
  parts: Partial<ModelOffer> = {},
  architecture: Architecture = shape8b,
  prefillChunk = 256,
): ModelOffer {
  return {
    id: 'hari-q3-8b',
    name: { en: 'hari-q3-8b', ko: 'hari-q3-8b' },
    role: 'medical',
    summary: { en: 'For tests.', ko: '시험용.' },
    licence: 'Apache-2.0',
    card: { en: 'card.en.md', ko: 'card.ko.md' },
    publisher: 'SNUH',
    repository: 'owner/hari-q3-8b',
    parameters: 8_190_735_360,
    contextWindow: { presets: [2048, 4096, 8192, 16_384], default: 4096 },
    trace: { kind: 'tagged', open: '<think>', close: '</think>', startsIn: 'reasoning' },
    sampling: { thinking: { temperature: 0.6, topP: 0.95 }, direct: { temperature: 0.7, topP: 0.8 } },
    tokenizer: { tokens: 151_669, special: {}, encodings: [] },
    builds: [aLibrary(architecture, 'q4f16_1', prefillChunk), aLibrary(architecture, 'q4f32_1', prefillChunk)],
    ...parts,
  }
}

export const hari = anOffer()
export const qwen4b = anOffer({ id: 'qwen3-4b', role: 'general', parameters: 4_022_468_096 }, shape4b, 512)
export const qwen06b = anOffer({ id: 'qwen3-0.6b', role: 'general', parameters: 596_049_920 }, shape06b, 1024)

export function buildOf(offer: ModelOffer, quantization: OfferedQuantization = 'q4f16_1'): ModelBuild {
  const library = offer.builds.find((each) => each.quantization === quantization)
  if (library === undefined) throw new Error(`${offer.id} has no build ${quantization}`)
  return { offer, library }
}
