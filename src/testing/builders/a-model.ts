import type { ModelRecord } from '#domain/models/model-record.ts'

/** A small valid catalogue record for tests; what matters to a test is overridden. */
export function aModel(overrides: Partial<ModelRecord> = {}): ModelRecord {
  return {
    id: 'small',
    version: '1',
    name: { en: 'Small', ko: '작은 모델' },
    role: 'demonstration',
    summary: { en: 'For tests.', ko: '시험용.' },
    licence: 'Apache-2.0',
    card: { en: 'card.en.md', ko: 'card.ko.md' },
    base: 'models/small/1/',
    parameters: 1000,
    quantization: 'q4f32_1',
    vocabularySize: 64,
    contextWindow: { presets: [1024], default: 1024 },
    prefillChunk: 256,
    requires: {
      features: [],
      maxStorageBufferBindingSize: 1,
      maxBufferSize: 1,
      maxComputeWorkgroupStorageSize: 1,
      maxStorageBuffersPerShaderStage: 1,
    },
    files: [],
    libraries: [{ schedule: 'software', path: 'model-software.wasm', bytes: 1, sha256: 'a'.repeat(64) }],
    trace: { kind: 'tagged', open: '<think>', close: '</think>', startsIn: 'answer' },
    sampling: { thinking: { temperature: 0, topP: 1 }, direct: { temperature: 0, topP: 1 } },
    knowledge: { conditions: 1, findings: 1 },
    ...overrides,
  }
}
