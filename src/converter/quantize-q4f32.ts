/* eslint-disable @typescript-eslint/no-non-null-assertion -- typed arrays, and every index lies within them */
import { fromBfloat, toStoredBfloat } from './half.ts'
import { groupSize } from './quantization.ts'

// A name of this module: an import is looked up anew at every use where a module runs unbundled, in Node and in tests.
const groupLength = groupSize

/**
 * 4-bit codes with fp32 scales, as MLC computes them in fp32: s = max|w| / 7 of a group, code = clamp(round(w / s + 7),
 * 0, 14), each operation rounded to fp32, half to even. The scale is stored as bf16; the codes are those of the
 * unrounded scale.
 */
const round = Math.fround

/** bf16 bits from which a number is not finite. */
const bfloatInfinite = 0x7f80

/** From 2^-120 on, neither the scale nor a quotient near a step is subnormal in fp32. */
const plainSize = (127 - 120) << 7

const weightOf = new Float32Array(65536)
const scaleOf = new Float64Array(bfloatInfinite)
const storedOf = new Uint16Array(bfloatInfinite)
for (let bits = 0; bits < 65536; bits += 1) weightOf[bits] = fromBfloat(bits)
for (let bits = 0; bits < bfloatInfinite; bits += 1) {
  const scale = round(fromBfloat(bits) / 7)
  scaleOf[bits] = scale
  storedOf[bits] = toStoredBfloat(scale)
}

/**
 * Packs whole groups of bf16 weights. The index of the first weight that is not finite is returned, and -1 when all was
 * packed.
 */
export function packBfloatQ4F32(source: Uint16Array, words: Uint32Array, scales: Uint16Array): number {
  const groups = source.length / groupLength
  let at = 0
  let word = 0
  for (let group = 0; group < groups; group += 1) {
    let largest = 0
    for (let i = at; i < at + groupLength; i += 1) {
      const size = source[i]! & 0x7fff
      if (size > largest) largest = size
    }
    if (largest >= bfloatInfinite)
      return at + source.subarray(at).findIndex((bits) => (bits & 0x7fff) >= bfloatInfinite)
    const scale = scaleOf[largest]!
    scales[group] = storedOf[largest]!
    if (largest < plainSize) {
      for (let i = 0; i < groupLength; i += 1) values[i] = weightOf[source[at + i]!]!
      packExactly(scale, words, word)
      at += groupLength
      word += 4
      continue
    }
    const reciprocal = 1 / scale
    for (const end = word + 4; word < end; word += 1) {
      words[word] =
        code(weightOf[source[at]!]!, reciprocal, scale) |
        (code(weightOf[source[at + 1]!]!, reciprocal, scale) << 4) |
        (code(weightOf[source[at + 2]!]!, reciprocal, scale) << 8) |
        (code(weightOf[source[at + 3]!]!, reciprocal, scale) << 12) |
        (code(weightOf[source[at + 4]!]!, reciprocal, scale) << 16) |
        (code(weightOf[source[at + 5]!]!, reciprocal, scale) << 20) |
        (code(weightOf[source[at + 6]!]!, reciprocal, scale) << 24) |
        (code(weightOf[source[at + 7]!]!, reciprocal, scale) << 28)
      at += 8
    }
  }
  return -1
}

/** The same for finite fp32 weights. */
export function packSingleQ4F32(source: Float32Array, words: Uint32Array, scales: Uint16Array): void {
  const groups = source.length / groupLength
  for (let group = 0; group < groups; group += 1) {
    let largest = 0
    for (let i = 0; i < groupLength; i += 1) {
      const value = source[group * groupLength + i]!
      values[i] = value
      const size = Math.abs(value)
      if (size > largest) largest = size
    }
    const scale = round(largest / 7)
    scales[group] = toStoredBfloat(scale)
    packExactly(scale, words, group * 4)
  }
}

/** The group that `packExactly` packs. */
const values = new Float64Array(groupLength)

function packExactly(scale: number, words: Uint32Array, firstWord: number): void {
  for (let word = 0; word < 4; word += 1) {
    let packed = 0
    for (let i = 0; i < 8; i += 1) packed |= exactCode(values[word * 8 + i]!, scale) << (4 * i)
    words[firstWord + word] = packed
  }
}

/** Rounding of y and of y + 7 moves them by less than 2^-20; this near a step only the exact way knows. */
const doubt = 2 ** -18

/** From a reciprocal in binary64, whose error is far below the doubt. Doubt is rare, division is slow. */
function code(weight: number, reciprocal: number, scale: number): number {
  const z = weight * reciprocal + 7.5
  const below = z | 0
  const beyond = z - below
  return beyond < doubt || beyond > 1 - doubt ? exactCode(weight, scale) : below
}

/** The definition. Adding and taking away 1.5 * 2^23 rounds to whole numbers, half to even. */
function exactCode(weight: number, scale: number): number {
  const z = round(round(weight / scale) + 7)
  const whole = z > 20 ? 14 : round(round(z + 12582912) - 12582912)
  return whole > 0 ? Math.min(whole, 14) : 0
}
