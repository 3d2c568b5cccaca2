/** How the weights are stored, by MLC's names. */
export const quantizations = ['q4f16_1', 'q4f32_1', 'q0f16', 'q0f32'] as const

export type Quantization = (typeof quantizations)[number]

/** The type that the model computes in; scales and what is not packed are of it. */
export function modelDtype(quantization: Quantization): 'float16' | 'float32' {
  return quantization === 'q4f16_1' || quantization === 'q0f16' ? 'float16' : 'float32'
}

/** Whether matrices become 4-bit codes and scales. */
export function packs(quantization: Quantization): boolean {
  return quantization === 'q4f16_1' || quantization === 'q4f32_1'
}

/** Weights of a row that share a scale. */
export const groupSize = 32

/** 4-bit codes in a uint32, the first in the lowest bits. */
export const codesPerWord = 8

/** Bytes of a scale or an unpacked weight on disk: fp16, or fp32 stored as bf16. */
export const storedValueBytes = 2
