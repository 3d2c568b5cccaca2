/**
 * Conversions between the three floating-point types of weights, by bits. Every rounding is to nearest, half to even.
 * Typed arrays are little-endian here, as on every machine that runs a browser.
 */
const single = new Float32Array(1)
const singleBits = new Uint32Array(single.buffer)

/** Bits of |x| from which fp16 would round to infinity: 65,520. */
const halfOverflow = 0x477ff000

/** Bits of |x| from which fp16 is normal: 2^-14. */
const halfNormal = 0x38800000

/** fp32 value to fp16 bits; what does not fit becomes infinite, NaN too. */
export function toHalf(value: number): number {
  single[0] = value
  const bits = singleBits[0] ?? 0
  const sign = (bits >>> 16) & 0x8000
  const size = bits & 0x7fffffff
  if (size >= halfOverflow) return sign | 0x7c00
  // The exponents' biases are 127 and 15; thirteen bits of the fraction are rounded away.
  if (size >= halfNormal) return sign | ((size - 0x38000000 + 0xfff + ((size >>> 13) & 1)) >>> 13)
  // One fp16 step is 2^-24 here, and so is one fp32 step at 0.5: adding it rounds.
  singleBits[0] = size
  single[0] += 0.5
  return sign | (singleBits[0] - 0x3f000000)
}

/** fp16 bits to their value; NaN for infinities. */
export function fromHalf(bits: number): number {
  const exponent = (bits >>> 10) & 31
  const fraction = bits & 1023
  const sign = bits & 0x8000 ? -1 : 1
  if (exponent === 31) return NaN
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25))
}

/** bf16 bits to their value. */
export function fromBfloat(bits: number): number {
  singleBits[0] = bits << 16
  return single[0] ?? 0
}

/** A finite fp32 value to the bf16 bits that are stored for it: near the largest, where rounding overflows, it is cut. */
export function toStoredBfloat(value: number): number {
  single[0] = value
  const bits = singleBits[0] ?? 0
  if ((bits & 0x7fffffff) >= 0x7f7f0000) return bits >>> 16
  return (bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16
}
