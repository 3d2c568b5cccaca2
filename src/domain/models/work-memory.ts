import { footprintOf } from './footprint.ts'
import type { OfferedQuantization, ShippedLibrary } from './offer.ts'

type Shape = Pick<ShippedLibrary, 'architecture' | 'quantization' | 'prefillChunk'>

/** Of one activation, or of one key or value in the cache. */
const floatBytes: Readonly<Record<OfferedQuantization, number>> = { q4f16_1: 2, q4f32_1: 4 }
/** Logits are float32, whatever the build. */
const logitBytes = 4

/**
 * An estimate of the buffers that the library's functions plan once, at their longest: for every token of a part of the
 * prompt, and one that is being written, what a layer holds at a time (gate and up, their product, queries, keys and
 * values before and after their norms, three rows of the hidden state or of attention); and five rows of logits. What
 * the compiler lets share a buffer is not modelled: the libraries that are shipped plan this or up to a tenth less.
 */
export function plannedBytes({ architecture: shape, quantization, prefillChunk }: Shape): number {
  const queries = shape.heads * shape.headDim
  const attended = queries + 2 * shape.keyValueHeads * shape.headDim
  const perToken = 3 * shape.intermediateSize + 2 * attended + 3 * Math.max(queries, shape.hiddenSize)
  return (prefillChunk + 1) * perToken * floatBytes[quantization] + 5 * shape.vocabularySize * logitBytes
}

/**
 * GPU memory beside weights and cache, an estimate: the planned buffers; what the cache's attention holds of a part of
 * the prompt (queries and their results, keys, values, and two float32 sums a head); and the largest tensor once more,
 * since the browser stages what is uploaded. What driver and browser take for themselves nobody tells: `judgeFit`
 * leaves them a share of the GPU.
 */
export function workBytes(library: Shape): number {
  const { architecture: shape, quantization, prefillChunk } = library
  const attention =
    (2 * shape.heads + 2 * shape.keyValueHeads) * shape.headDim * floatBytes[quantization] + 2 * shape.heads * 4
  return plannedBytes(library) + prefillChunk * attention + footprintOf(shape, quantization).largestTensorBytes
}

/** Tokens in a page of the cache, which rounds the context window up to pages and adds one. */
const pageTokens = 16

export function cachedTokens(contextWindow: number): number {
  return (Math.ceil(contextWindow / pageTokens) + 1) * pageTokens
}

/** One layer's part of the cache, which is one buffer that kernels bind in one piece. */
export function cacheBufferBytes({ architecture: shape, quantization }: Shape, contextWindow: number): number {
  return 2 * shape.keyValueHeads * shape.headDim * floatBytes[quantization] * cachedTokens(contextWindow)
}
