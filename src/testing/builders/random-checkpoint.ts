import type { Architecture } from '#domain/models/offer.ts'
import { aFileWithHeader } from './safetensors.ts'

/** Weights made at once. */
const pieceLength = 1 << 21

/**
 * For tests: `model.safetensors` of a shape with an untied head, its weights random and always the same, in pieces of a
 * few megabytes. The bytes are those of `python -m compiler.tests.two_layers` in `model-config`.
 */
export function* randomCheckpoint(shape: Architecture): Generator<Uint8Array<ArrayBuffer>> {
  let end = 0
  const tensors = tensorsOf(shape).map((tensor) => {
    const begin = end
    end += tensor.shape.reduce((product, size) => product * size, 1)
    return { ...tensor, begin, end }
  })
  const entry = ({ name, shape, begin, end }: (typeof tensors)[number]) =>
    [name, { dtype: 'BF16', shape, data_offsets: [2 * begin, 2 * end] }] as const
  const header = JSON.stringify(Object.fromEntries(tensors.map(entry)))
  yield aFileWithHeader(header.padEnd(Math.ceil(header.length / 8) * 8))
  for (const tensor of tensors) {
    const table = valuesOf(tensor)
    for (let begin = tensor.begin; begin < tensor.end; begin += pieceLength) {
      const weights = new Uint16Array(Math.min(pieceLength, tensor.end - begin))
      for (let at = 0; at < weights.length; at += 1) weights[at] = table[noise(begin + at)] ?? 0
      yield new Uint8Array(weights.buffer)
    }
  }
}

interface Tensor {
  readonly name: string
  readonly shape: readonly number[]
}

function tensorsOf(shape: Architecture): readonly Tensor[] {
  const { hiddenSize, intermediateSize, headDim, vocabularySize } = shape
  const queries = shape.heads * headDim
  const keys = shape.keyValueHeads * headDim
  const layers = Array.from({ length: shape.layers }, (_, layer) => {
    const weight = (name: string, ...sizes: readonly number[]): Tensor => ({
      name: `model.layers.${layer}.${name}.weight`,
      shape: sizes,
    })
    return [
      weight('input_layernorm', hiddenSize),
      weight('mlp.down_proj', hiddenSize, intermediateSize),
      weight('mlp.gate_proj', intermediateSize, hiddenSize),
      weight('mlp.up_proj', intermediateSize, hiddenSize),
      weight('post_attention_layernorm', hiddenSize),
      weight('self_attn.k_norm', headDim),
      weight('self_attn.k_proj', keys, hiddenSize),
      weight('self_attn.o_proj', hiddenSize, queries),
      weight('self_attn.q_norm', headDim),
      weight('self_attn.q_proj', queries, hiddenSize),
      weight('self_attn.v_proj', keys, hiddenSize),
    ]
  })
  return [
    { name: 'lm_head.weight', shape: [vocabularySize, hiddenSize] },
    { name: 'model.embed_tokens.weight', shape: [vocabularySize, hiddenSize] },
    ...layers.flat(),
    { name: 'model.norm.weight', shape: [hiddenSize] },
  ]
}

/**
 * A random 16-bit number for the weight that stands at `index` in the whole file: the upper half of the 32-bit hash
 * "lowbias32", without its last step, which changes the lower half only.
 */
function noise(index: number): number {
  let x = index
  x ^= x >>> 16
  x = Math.imul(x, 0x7feb352d)
  x ^= x >>> 15
  return Math.imul(x, 0x846ca68b) >>> 16
}

/**
 * The bfloat16 that each 16-bit number stands for: evenly spread with a standard deviation that fits the tensor, norms
 * around 1. Only operations that IEEE 754 rounds in one way, so that every language comes to the same bits.
 */
function valuesOf({ name, shape: [, inputs] }: Tensor): Uint16Array<ArrayBuffer> {
  const spread = inputs === undefined ? 0.1 : name.includes('embed') ? 0.5 : 1 / Math.sqrt(inputs)
  const step = (spread * Math.sqrt(12)) / 65536
  const middle = inputs === undefined ? 1 : 0
  const floats = Float32Array.from({ length: 65536 }, (_, number) => (number - 32767.5) * step + middle)
  return Uint16Array.from(new Uint32Array(floats.buffer), (bits) => (bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16)
}
