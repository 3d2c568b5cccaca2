/* eslint-disable @typescript-eslint/no-non-null-assertion -- typed arrays, and every index lies within them */
import { fromBfloat, fromHalf, toHalf } from './half.ts'
import { groupSize } from './quantization.ts'

// A name of this module: an import is looked up anew at every use where a module runs unbundled, in Node and in tests.
const groupLength = groupSize

/**
 * 4-bit codes with fp16 scales, as MLC computes them in fp16: s = max|w| / 7 of a group, code = clamp(round(w / s + 7),
 * 0, 14), each operation rounded to fp16, half to even.
 *
 * As a function of the real number y = w / s the code is a stair. These are its steps, found by enumerating every fp16
 * y: the code is at least k from step k on, and `true` where y equal to the step counts as above it. Steps have 12
 * significant bits and s and w 11 each, so w differs from step * s by 2^-23 or not at all: a quotient from a reciprocal
 * in binary64, wrong by 2^-51, falls on the right side of a step that is moved by 2^-36.
 */
const steps: readonly (readonly [number, boolean])[] = [
  [-6.498046875, false],
  [-5.501953125, false],
  [-4.498046875, false],
  [-3.5009765625, true],
  [-2.4970703125, true],
  [-1.50244140625, true],
  [-0.4979248046875, false],
  [0.4979248046875, true],
  [1.50439453125, false],
  [2.4951171875, true],
  [3.5048828125, false],
  [4.494140625, false],
  [5.505859375, true],
  [6.494140625, false],
]
const stair = Float64Array.from([
  -Infinity,
  ...steps.map(([step, counts]) => step + (counts ? -1 : 1) * Math.abs(step) * 2 ** -36),
])

/** From these bits on, bf16 does not fit fp16: 65,536; 65,280 before it does. */
const bfloatTooLarge = 0x4780

/** bf16 bits of a weight to its value in fp16; of the largest |w| of a group to the scale's fp16 bits and reciprocal. */
const weightOf = new Float32Array(65536)
const scaleOf = new Uint16Array(bfloatTooLarge)
const reciprocalOf = new Float64Array(bfloatTooLarge)
for (let bits = 0; bits < 65536; bits += 1) weightOf[bits] = fromHalf(toHalf(fromBfloat(bits)))
for (let bits = 0; bits < bfloatTooLarge; bits += 1) {
  const scale = toHalf((weightOf[bits] ?? 0) / 7)
  scaleOf[bits] = scale
  reciprocalOf[bits] = 1 / fromHalf(scale)
}

/** fp16 bits from which a scale is precise enough that no |w / s| exceeds 7.01: 2^-14. */
const normalScale = 0x400

/**
 * Packs whole groups of bf16 weights. The index of a group's first weight that fp16 cannot hold is returned, and -1 when
 * all was packed.
 */
export function packBfloatQ4F16(source: Uint16Array, words: Uint32Array, scales: Uint16Array): number {
  const groups = source.length / groupLength
  let at = 0
  let word = 0
  for (let group = 0; group < groups; group += 1) {
    let largest = 0
    for (let i = at; i < at + groupLength; i += 1) {
      const size = source[i]! & 0x7fff
      if (size > largest) largest = size
    }
    if (largest >= bfloatTooLarge)
      return at + source.subarray(at).findIndex((bits) => (bits & 0x7fff) >= bfloatTooLarge)
    const scale = scaleOf[largest]!
    const reciprocal = reciprocalOf[largest]!
    scales[group] = scale
    if (scale < normalScale) {
      for (let i = 0; i < groupLength; i += 1) values[i] = weightOf[source[at + i]!]!
      packCoarse(scale, reciprocal, words, word)
      at += groupLength
      word += 4
      continue
    }
    // Unrolled: V8 then keeps the word in a register, which nearly doubles the speed.
    for (const end = word + 4; word < end; word += 1) {
      words[word] =
        code(weightOf[source[at]!]! * reciprocal) |
        (code(weightOf[source[at + 1]!]! * reciprocal) << 4) |
        (code(weightOf[source[at + 2]!]! * reciprocal) << 8) |
        (code(weightOf[source[at + 3]!]! * reciprocal) << 12) |
        (code(weightOf[source[at + 4]!]! * reciprocal) << 16) |
        (code(weightOf[source[at + 5]!]! * reciprocal) << 20) |
        (code(weightOf[source[at + 6]!]! * reciprocal) << 24) |
        (code(weightOf[source[at + 7]!]! * reciprocal) << 28)
      at += 8
    }
  }
  return -1
}

/** The same for weights that are fp16 values already; all of them fit. */
export function packHalfQ4F16(source: Float32Array, words: Uint32Array, scales: Uint16Array): void {
  const groups = source.length / groupLength
  for (let group = 0; group < groups; group += 1) {
    let largest = 0
    for (let i = 0; i < groupLength; i += 1) {
      const value = source[group * groupLength + i]!
      values[i] = value
      const size = Math.abs(value)
      if (size > largest) largest = size
    }
    const scale = toHalf(largest / 7)
    scales[group] = scale
    packCoarse(scale, 1 / fromHalf(scale), words, group * 4)
  }
}

/** The group that `packCoarse` packs. */
const values = new Float64Array(groupLength)

/** Any scale: a subnormal one is so coarse that w / s leaves the stair, and zero makes it infinite, or NaN for w = 0. */
function packCoarse(scale: number, reciprocal: number, words: Uint32Array, firstWord: number): void {
  for (let word = 0; word < 4; word += 1) {
    let packed = 0
    for (let i = 0; i < 8; i += 1) {
      const value = values[word * 8 + i]!
      const coarse = scale === 0 ? (value > 0 ? 14 : 0) : code(Math.min(7, Math.max(-7, value * reciprocal)))
      packed |= coarse << (4 * i)
    }
    words[firstWord + word] = packed
  }
}

/** The stair at y from -7.01 to 7.01. */
function code(y: number): number {
  // Right, or one too large: the steps lie within 0.0059 of k - 7.5.
  const near = (y + 7.51) | 0
  return y < stair[near]! ? near - 1 : near
}
