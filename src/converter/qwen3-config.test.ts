import { describe, expect, it } from 'vitest'
import { parseQwen3Config } from './qwen3-config.ts'

/** The published configuration of Qwen3-8B. */
const official = {
  ...{ architectures: ['Qwen3ForCausalLM'], attention_bias: false, attention_dropout: 0.0, bos_token_id: 151643 },
  ...{ eos_token_id: 151645, head_dim: 128, hidden_act: 'silu', hidden_size: 4096, initializer_range: 0.02 },
  ...{ intermediate_size: 12288, max_position_embeddings: 40960, max_window_layers: 36, model_type: 'qwen3' },
  ...{ num_attention_heads: 32, num_hidden_layers: 36, num_key_value_heads: 8, rms_norm_eps: 1e-6 },
  ...{ rope_scaling: null, rope_theta: 1000000, sliding_window: null, tie_word_embeddings: false },
  ...{ torch_dtype: 'bfloat16', transformers_version: '4.51.0', use_cache: true, use_sliding_window: false },
  ...{ vocab_size: 151936 },
}

describe('the configuration of a model', () => {
  it('gives its shape', () => {
    expect(parseQwen3Config(JSON.stringify(official))).toEqual({
      ok: true,
      value: {
        ...{ hiddenSize: 4096, intermediateSize: 12288, layers: 36, heads: 32, keyValueHeads: 8, headDim: 128 },
        ...{ vocabSize: 151936, tied: false, rmsNormEps: 1e-6, ropeTheta: 1000000, maxPositions: 40960 },
        ...{ bosToken: 151643, padToken: undefined, eosTokens: [151645] },
      },
    })
  })

  it('may keep the rotation where newer releases do', () => {
    const { rope_theta: ropeTheta, ...rest } = official
    const parameters = { rope_type: 'default', rope_theta: ropeTheta }
    expect(parseQwen3Config(JSON.stringify({ ...rest, rope_parameters: parameters }))).toMatchObject({
      ...{ ok: true, value: { ropeTheta: 1000000 } },
    })
  })

  const refused: readonly (readonly [field: string, change: object])[] = [
    ['model_type', { model_type: 'llama' }],
    ['model_type', { model_type: 'qwen3_moe' }],
    ['architectures', { architectures: ['Qwen3ForSequenceClassification'] }],
    ['attention_bias', { attention_bias: true }],
    ['hidden_act', { hidden_act: 'gelu' }],
    ['rope_scaling', { rope_scaling: { rope_type: 'yarn', factor: 4 } }],
    ['rope_parameters', { rope_parameters: { rope_type: 'yarn', rope_theta: 1e6 } }],
    ['use_sliding_window', { use_sliding_window: true }],
    ['layer_types', { layer_types: ['full_attention', 'sliding_attention'] }],
    ['quantization_config', { quantization_config: { quant_method: 'gptq' } }],
    ['head_dim', { head_dim: undefined }],
    ['head_dim', { head_dim: 4 }],
    ['hidden_size', { hidden_size: 4100 }],
    ['intermediate_size', { intermediate_size: 12289 }],
    ['num_attention_heads * head_dim', { num_attention_heads: 1, head_dim: 8 }],
    ['num_attention_heads', { num_key_value_heads: 5 }],
    ['num_hidden_layers', { num_hidden_layers: 0 }],
    ['vocab_size', { vocab_size: '151936' }],
    ['tie_word_embeddings', { tie_word_embeddings: null }],
    ['rope_theta', { rope_theta: undefined }],
    ['rms_norm_eps', { rms_norm_eps: 'small' }],
  ]
  it.each(refused)('is refused by its %s', (field, change) => {
    expect(parseQwen3Config(JSON.stringify({ ...official, ...change }))).toMatchObject({
      ...{ ok: false, failure: { kind: 'configField', file: 'config.json', field } },
    })
  })

  it('is refused when it is no JSON object', () => {
    expect(parseQwen3Config('{')).toMatchObject({ failure: { kind: 'notJson' } })
    expect(parseQwen3Config('[]')).toMatchObject({ failure: { kind: 'unreadable' } })
  })
})
