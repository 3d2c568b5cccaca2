import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Quantization } from '#converter/quantization.ts'
import { aSafetensorsFile } from './safetensors.ts'
import { matrixBits, normBits, openLcg } from './lcg.ts'

/** `model-config/vectors/quantization-vectors.json`, as far as tests read it. */
export interface QuantizationVectors {
  readonly scalar: {
    readonly bf16_to_f16: readonly (readonly [string, string])[]
    readonly f32_to_f16: readonly (readonly [string, string])[]
    readonly f32_to_bf16_store: readonly (readonly [string, string])[]
    readonly scales: readonly Readonly<Record<'max_bf16' | 'scale_f16' | 'scale_f32_stored_bf16', string>>[]
  }
  readonly table_digests: Readonly<Record<'bf16_to_f16_table' | 'f16_scale_table', { readonly sha256: string }>>
  readonly groups: readonly {
    readonly name: string
    readonly shape: readonly [number, number]
    readonly bf16_bits: readonly (readonly number[])[]
    readonly q4f16_1: Readonly<Record<'q_weight' | 'q_scale_f16_bits', readonly (readonly number[])[]>>
    readonly q4f32_1: Readonly<Record<'q_weight' | 'q_scale_stored_bf16_bits', readonly (readonly number[])[]>>
  }[]
  readonly large: {
    readonly shape: readonly [number, number]
    readonly q4f16_1: Readonly<Record<'q_weight_sha256' | 'q_scale_sha256', string>>
    readonly q4f32_1: Readonly<Record<'q_weight_sha256' | 'q_scale_stored_bf16_sha256', string>>
  }
  readonly model_shapes: Readonly<Record<string, ModelShape>>
  readonly plans: { readonly items: readonly PlanVector[] }
  readonly tiny_models: readonly TinyModel[]
}

export interface PlanVector {
  readonly model: string
  readonly quantization: Quantization
  readonly hf_params: number
  readonly ParamSize: number
  readonly ParamBytes: number
  readonly stored_bytes: number
  readonly shards: number
  readonly largest_shard: number
  readonly layout_sha256: string
}

export interface TinyModel {
  readonly name: string
  readonly config: ModelShape
  readonly weight_map: Readonly<Record<string, string>>
  readonly quantization: Quantization
  readonly shard_cap_nbytes: number
  readonly expected: {
    readonly metadata: { readonly ParamSize: number; readonly ParamBytes: number; readonly BitsPerParam: number }
    readonly records: readonly unknown[]
  }
}

export interface ModelShape {
  readonly hidden_size: number
  readonly intermediate_size: number
  readonly num_hidden_layers: number
  readonly num_attention_heads: number
  readonly num_key_value_heads: number
  readonly head_dim: number
  readonly vocab_size: number
  readonly tie_word_embeddings: boolean
}

export function quantizationVectors(): QuantizationVectors {
  const path = new URL('../../../model-config/vectors/quantization-vectors.json', import.meta.url)
  // Written by hand to what the file holds; the tests fail on any other.
  return JSON.parse(readFileSync(fileURLToPath(path), 'utf8')) as QuantizationVectors
}

/** The `config.json` of a model of this shape. */
export function qwen3ConfigText(shape: ModelShape, others: Readonly<Record<string, unknown>> = {}): string {
  const common = { model_type: 'qwen3', rms_norm_eps: 1e-6, rope_theta: 1e6, max_position_embeddings: 40960 }
  return JSON.stringify({ ...common, ...shape, ...others })
}

/** Hugging Face's tensors of a model of this shape, with theirs. */
export function hubTensors(shape: ModelShape): ReadonlyMap<string, readonly number[]> {
  const { hidden_size: hidden, intermediate_size: inner, head_dim: dim, vocab_size: vocab } = shape
  const [queries, keys] = [shape.num_attention_heads * dim, shape.num_key_value_heads * dim]
  const layer = {
    ...{ input_layernorm: [hidden], post_attention_layernorm: [hidden] },
    ...{ 'self_attn.q_norm': [dim], 'self_attn.k_norm': [dim], 'self_attn.q_proj': [queries, hidden] },
    ...{
      'self_attn.k_proj': [keys, hidden],
      'self_attn.v_proj': [keys, hidden],
      'self_attn.o_proj': [hidden, queries],
    },
    ...{ 'mlp.gate_proj': [inner, hidden], 'mlp.up_proj': [inner, hidden], 'mlp.down_proj': [hidden, inner] },
  }
  const tensors = new Map<string, readonly number[]>([
    ['model.embed_tokens.weight', [vocab, hidden]],
    ['model.norm.weight', [hidden]],
  ])
  if (!shape.tie_word_embeddings) tensors.set('lm_head.weight', [vocab, hidden])
  for (let at = 0; at < shape.num_hidden_layers; at += 1)
    for (const [name, size] of Object.entries(layer)) tensors.set(`model.layers.${at}.${name}.weight`, size)
  return new Map([...tensors].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The safetensors files of a tiny model, by name, with the weights that the vectors' generator gives. */
export function tinyModelFiles(model: TinyModel): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const tensors = [...hubTensors(model.config)].map(([name, shape], at) => {
    const next = openLcg(1000 + at)
    const bits = shape.length === 2 ? matrixBits : normBits
    const data = Uint16Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => bits(next()))
    return { name, dtype: 'BF16', shape, data: new Uint8Array(data.buffer) }
  })
  const files = [...new Set(Object.values(model.weight_map))]
  return new Map(
    files.map((file) => [file, aSafetensorsFile(tensors.filter(({ name }) => model.weight_map[name] === file))]),
  )
}
