import type { Architecture, OfferedQuantization } from './offer.ts'

/** Bytes that a build takes of disk and of the GPU's memory. */
export interface Footprint {
  /** Of the published weights, 2 bytes each (bfloat16). */
  readonly sourceBytes: number
  /** Of the converted weights on disk. */
  readonly storedBytes: number
  /** Of the weights in the GPU's memory. */
  readonly weightBytes: number
  /** Of the key-value cache, for every token of the context window. */
  readonly cacheBytesPerToken: number
  /** Of the longest single tensor, which the GPU must bind in one piece. */
  readonly largestTensorBytes: number
}

/** Bytes of one scale or norm weight in memory; on disk both formats take 2, since float32 is stored as bfloat16. */
const floatBytes: Readonly<Record<OfferedQuantization, number>> = { q4f16_1: 2, q4f32_1: 4 }
const storedFloatBytes = 2
/** One scale stands for this many weights of 4 bits. */
const groupSize = 32

/**
 * What the build of an architecture takes, from its shapes alone: every matrix has 4 bits a weight and a scale a group;
 * norms stay floats; the cache holds a key and a value for every layer and key-value head.
 */
export function footprintOf(shape: Architecture, quantization: OfferedQuantization): Footprint {
  const matrices = matrixWeights(shape)
  const norms = shape.layers * (2 * shape.hiddenSize + 2 * shape.headDim) + shape.hiddenSize
  const packed = matrices / 2
  const floats = matrices / groupSize + norms
  return {
    sourceBytes: (matrices + norms) * 2,
    storedBytes: packed + floats * storedFloatBytes,
    weightBytes: packed + floats * floatBytes[quantization],
    cacheBytesPerToken: 2 * shape.layers * shape.keyValueHeads * shape.headDim * floatBytes[quantization],
    largestTensorBytes:
      Math.max(shape.vocabularySize * shape.hiddenSize, 2 * shape.intermediateSize * shape.hiddenSize) / 2,
  }
}

function matrixWeights(shape: Architecture): number {
  const attention = (2 * shape.heads + 2 * shape.keyValueHeads) * shape.headDim * shape.hiddenSize
  const feedForward = 3 * shape.intermediateSize * shape.hiddenSize
  const embeddings = (shape.tied ? 1 : 2) * shape.vocabularySize * shape.hiddenSize
  return shape.layers * (attention + feedForward) + embeddings
}
