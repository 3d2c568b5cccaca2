import type { Qwen3Config } from './qwen3-config.ts'

/** A tensor of the MLC model and the Hugging Face tensors whose rows, one below the other, make it. */
export interface ModelTensor {
  readonly base: string
  readonly columns: number
  /** A vector of normalisation weights is stored as it is, a matrix is packed where the quantization packs. */
  readonly kind: 'matrix' | 'vector'
  readonly sources: readonly { readonly name: string; readonly rows: number }[]
}

/**
 * Every tensor of a Qwen3 model. Groups run along the columns, so the parts of a fused tensor can be converted by
 * themselves and written at their rows.
 */
export function qwen3Tensors(config: Qwen3Config): readonly ModelTensor[] {
  const { hiddenSize, intermediateSize, headDim, vocabSize } = config
  const queries = config.heads * headDim
  const keys = config.keyValueHeads * headDim
  const layers = Array.from({ length: config.layers }, (_, layer) => {
    const of = `model.layers.${layer}.`
    return [
      fused(`${of}self_attn.c_attn`, hiddenSize, [
        [`${of}self_attn.q_proj.weight`, queries],
        [`${of}self_attn.k_proj.weight`, keys],
        [`${of}self_attn.v_proj.weight`, keys],
      ]),
      matrix(`${of}self_attn.o_proj`, hiddenSize, queries),
      vector(`${of}self_attn.q_norm`, headDim),
      vector(`${of}self_attn.k_norm`, headDim),
      fused(`${of}mlp.gate_up_proj`, hiddenSize, [
        [`${of}mlp.gate_proj.weight`, intermediateSize],
        [`${of}mlp.up_proj.weight`, intermediateSize],
      ]),
      matrix(`${of}mlp.down_proj`, hiddenSize, intermediateSize),
      vector(`${of}input_layernorm`, hiddenSize),
      vector(`${of}post_attention_layernorm`, hiddenSize),
    ]
  })
  return [
    matrix('model.embed_tokens', vocabSize, hiddenSize),
    ...layers.flat(),
    vector('model.norm', hiddenSize),
    ...(config.tied ? [] : [matrix('lm_head', vocabSize, hiddenSize)]),
  ]
}

function fused(base: string, columns: number, sources: readonly (readonly [string, number])[]): ModelTensor {
  return { base, columns, kind: 'matrix', sources: sources.map(([name, rows]) => ({ name, rows })) }
}

function matrix(base: string, rows: number, columns: number): ModelTensor {
  return { base, columns, kind: 'matrix', sources: [{ name: `${base}.weight`, rows }] }
}

function vector(base: string, columns: number): ModelTensor {
  return { base, columns, kind: 'vector', sources: [{ name: `${base}.weight`, rows: 1 }] }
}
