import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matrixBits, openLcg } from '../testing/builders/lcg.ts'
import { quantizationVectors } from '../testing/builders/quantization-vectors.ts'
import { sha256Of } from '../testing/fakes/node-hasher.ts'
import { fromBfloat, fromHalf, toHalf, toStoredBfloat } from './half.ts'
import { packBfloatQ4F16, packHalfQ4F16 } from './quantize-q4f16.ts'
import { packBfloatQ4F32, packSingleQ4F32 } from './quantize-q4f32.ts'

const vectors = quantizationVectors()

describe('scalar conversions', () => {
  it.each(vectors.scalar.bf16_to_f16)('turns bf16 %s into fp16 %s', (from, to) => {
    expect(toHalf(fromBfloat(Number(from)))).toBe(Number(to))
  })

  it.each(vectors.scalar.f32_to_f16)('turns fp32 %s into fp16 %s', (from, to) => {
    expect(toHalf(singleOf(Number(from)))).toBe(Number(to))
  })

  it.each(vectors.scalar.f32_to_bf16_store)('stores fp32 %s as %s', (from, to) => {
    expect(toStoredBfloat(singleOf(Number(from)))).toBe(Number(to))
  })

  it.each(vectors.scalar.scales)('gives a group of $max_bf16 its scales', (scale) => {
    const source = new Uint16Array(32).fill(Number(scale.max_bf16))
    expect(q4f16(source).scales).toEqual([Number(scale.scale_f16)])
    expect(q4f32(source).scales).toEqual([Number(scale.scale_f32_stored_bf16)])
  })

  it('converts every bf16 to fp16', () => {
    const table = Uint16Array.from({ length: 65536 }, (_, bits) =>
      (bits & 0x7f80) === 0x7f80 ? 0 : toHalf(fromBfloat(bits)),
    )
    expect(digestOf(table)).toBe(vectors.table_digests.bf16_to_f16_table.sha256)
  })

  it('gives every largest weight its fp16 scale', () => {
    const table = Uint16Array.from({ length: 0x4780 }, (_, bits) => toHalf(fromHalf(toHalf(fromBfloat(bits))) / 7))
    expect(digestOf(table)).toBe(vectors.table_digests.f16_scale_table.sha256)
  })

  it('reads back every fp16 that it writes', () => {
    for (let bits = 0; bits < 0x7c00; bits += 1) expect(toHalf(fromHalf(bits))).toBe(bits)
  })
})

describe('packing', () => {
  it.each(vectors.groups)('packs $name', ({ bf16_bits: rows, q4f16_1: half, q4f32_1: single }) => {
    rows.forEach((row, at) => {
      const source = Uint16Array.from(row)
      expect(q4f16(source)).toEqual({ words: half.q_weight[at], scales: half.q_scale_f16_bits[at] })
      expect(q4f32(source)).toEqual({ words: single.q_weight[at], scales: single.q_scale_stored_bf16_bits[at] })
    })
  })

  it('packs half a million weights', () => {
    const next = openLcg(2024)
    const source = Uint16Array.from({ length: 512 * 1024 }, () => matrixBits(next()))
    const half = q4f16(source)
    const single = q4f32(source)
    expect(digestOf(Uint32Array.from(half.words))).toBe(vectors.large.q4f16_1.q_weight_sha256)
    expect(digestOf(Uint16Array.from(half.scales))).toBe(vectors.large.q4f16_1.q_scale_sha256)
    expect(digestOf(Uint32Array.from(single.words))).toBe(vectors.large.q4f32_1.q_weight_sha256)
    expect(digestOf(Uint16Array.from(single.scales))).toBe(vectors.large.q4f32_1.q_scale_stored_bf16_sha256)
  })

  it('packs bf16 as it packs its value', () => {
    const weights = fc.uint16Array({ minLength: 32, maxLength: 32 })
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }), (bits, low, high) => {
        // Exponents from a range, so that groups of like sizes, subnormal and large ones all come.
        const [from, to] = [Math.min(low, high), Math.max(low, high)]
        const source = bits.map((each) => (each & 0x807f) | ((from + (((each >> 7) & 0xff) % (to - from + 1))) << 7))
        const values = Float32Array.from(source, fromBfloat)
        const bad16 = source.findIndex((each) => (each & 0x7fff) >= 0x4780)
        const bad32 = source.findIndex((each) => (each & 0x7f80) === 0x7f80)
        expect(packBfloatQ4F16(source, new Uint32Array(4), new Uint16Array(1))).toBe(bad16)
        expect(packBfloatQ4F32(source, new Uint32Array(4), new Uint16Array(1))).toBe(bad32)
        const halves = values.map((value) => fromHalf(toHalf(value)))
        if (bad16 === -1) expect(q4f16(source)).toEqual(packed(packHalfQ4F16, halves))
        if (bad32 === -1) expect(q4f32(source)).toEqual(packed(packSingleQ4F32, values))
      }),
      { numRuns: 2000 },
    )
  })
})

type Pack<Source> = (source: Source, words: Uint32Array, scales: Uint16Array) => unknown

function packed<Source extends Uint16Array | Float32Array>(pack: Pack<Source>, source: Source) {
  const words = new Uint32Array(source.length / 8)
  const scales = new Uint16Array(source.length / 32)
  pack(source, words, scales)
  return { words: [...words], scales: [...scales] }
}

function q4f16(source: Uint16Array) {
  return packed(packBfloatQ4F16, source)
}

function q4f32(source: Uint16Array) {
  return packed(packBfloatQ4F32, source)
}

function singleOf(bits: number): number {
  return new Float32Array(Uint32Array.of(bits).buffer)[0] ?? 0
}

function digestOf({ buffer }: Uint16Array | Uint32Array): string {
  return sha256Of(new Uint8Array(buffer))
}
