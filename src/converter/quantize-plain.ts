/* eslint-disable @typescript-eslint/no-non-null-assertion -- typed arrays, and every index lies within them */
import { fromHalf, toHalf, toStoredBfloat, fromBfloat } from './half.ts'

/**
 * Weights that are not packed, two bytes each: fp16 (q0f16, and the norms of q4f16_1), or fp32 stored as bf16 (q0f32,
 * and the norms of q4f32_1). `index` of the first weight that cannot be stored is returned, and -1 where all are.
 */
export function storeBfloatAsHalf(source: Uint16Array, stored: Uint16Array): number {
  for (let i = 0; i < source.length; i += 1) {
    const half = halfOf[source[i]!]!
    if ((half & 0x7fff) === 0x7c00) return i
    stored[i] = half
  }
  return -1
}

/** bf16 bits to fp16 bits, infinite where they do not fit. */
const halfOf = Uint16Array.from({ length: 65536 }, (_, bits) => toHalf(fromBfloat(bits)))

export function storeBfloat(source: Uint16Array, stored: Uint16Array): number {
  for (let i = 0; i < source.length; i += 1) if ((source[i]! & 0x7fff) >= 0x7f80) return i
  stored.set(source)
  return -1
}

/** fp16 bits to values. */
export function readHalves(source: Uint16Array, values: Float32Array): number {
  for (let i = 0; i < source.length; i += 1) {
    const bits = source[i]!
    if ((bits & 0x7c00) === 0x7c00) return i
    values[i] = fromHalf(bits)
  }
  return -1
}

/** fp32 values to the nearest values of fp16. */
export function roundToHalves(source: Float32Array, values: Float32Array): number {
  for (let i = 0; i < source.length; i += 1) {
    const half = fromHalf(toHalf(source[i]!))
    if (Number.isNaN(half)) return i
    values[i] = half
  }
  return -1
}

export function checkFinite(source: Float32Array): number {
  return source.findIndex((value) => !Number.isFinite(value))
}

export function storeHalves(values: Float32Array, stored: Uint16Array): void {
  for (let i = 0; i < values.length; i += 1) stored[i] = toHalf(values[i]!)
}

export function storeSingles(values: Float32Array, stored: Uint16Array): void {
  for (let i = 0; i < values.length; i += 1) stored[i] = toStoredBfloat(values[i]!)
}
