import type { ModelBuild } from '#domain/models/offer.ts'
import { qwen3ConfigText, quantizationVectors, tinyModelFiles } from './quantization-vectors.ts'

// For tests: a model of a few thousand weights as a hub would publish it and as the app would offer it.

const found = quantizationVectors().tiny_models.find(
  ({ weight_map, quantization }) => new Set(Object.values(weight_map)).size > 1 && quantization === 'q4f16_1',
)
if (found === undefined) throw new Error('There is no vector of two files.')
const tiny = found
const { config } = tiny

const encode = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text))

const tokenizer = {
  model: { vocab: { a: 3, b: 4 } },
  added_tokens: ['<|endoftext|>', '<|im_start|>', '<|im_end|>'].map((content, id) => ({ content, id })),
}

export function tinyFiles(): Readonly<Record<string, Uint8Array<ArrayBuffer>>> {
  return {
    ...Object.fromEntries(tinyModelFiles(tiny)),
    'config.json': encode(qwen3ConfigText(config)),
    'model.safetensors.index.json': encode(JSON.stringify({ metadata: {}, weight_map: tiny.weight_map })),
    'tokenizer.json': encode(JSON.stringify(tokenizer)),
  }
}

export function tinyBuild(): ModelBuild {
  const bilingual = { en: 'Tiny', ko: '아주 작은 모델' }
  const limit = 2 ** 20
  const library = {
    ...{ id: 'tiny-q4f16_1', path: 'libraries/tiny.wasm', bytes: 1, sha256: '0'.repeat(64), prefillChunk: 256 },
    ...{ quantization: 'q4f16_1' as const },
    architecture: {
      ...{ hiddenSize: config.hidden_size, intermediateSize: config.intermediate_size },
      ...{ layers: config.num_hidden_layers, heads: config.num_attention_heads, headDim: config.head_dim },
      ...{ keyValueHeads: config.num_key_value_heads, vocabularySize: config.vocab_size },
      ...{ tied: config.tie_word_embeddings, ropeTheta: 1e6, rmsNormEps: 1e-6 },
    },
    requires: {
      ...{ features: [], maxStorageBufferBindingSize: limit, maxBufferSize: limit },
      ...{ maxComputeWorkgroupStorageSize: limit, maxComputeInvocationsPerWorkgroup: 256 },
      maxStorageBuffersPerShaderStage: 10,
    },
  }
  return {
    library,
    offer: {
      ...{ id: 'tiny', name: bilingual, role: 'general', summary: bilingual, licence: 'Apache-2.0', card: bilingual },
      ...{ publisher: 'Someone', repository: 'someone/tiny', parameters: 1, builds: [library] },
      contextWindow: { presets: [1024], default: 1024 },
      trace: { kind: 'tagged', open: '<think>', close: '</think>', startsIn: 'answer' },
      sampling: { thinking: { temperature: 0, topP: 1 }, direct: { temperature: 0, topP: 1 } },
      tokenizer: { tokens: 5, special: { '<|endoftext|>': 0, '<|im_end|>': 2 }, encodings: [] },
    },
  }
}
