import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { anOrder, conversionNeeds, headersOf, valueOf } from '../testing/builders/conversions.ts'
import { openLcg } from '../testing/builders/lcg.ts'
import type { ModelShape } from '../testing/builders/quantization-vectors.ts'
import { hubTensors, qwen3ConfigText } from '../testing/builders/quantization-vectors.ts'
import { aSafetensorsFile } from '../testing/builders/safetensors.ts'
import { sha256Of } from '../testing/fakes/node-hasher.ts'
import { planConversion } from './plan.ts'
import type { Quantization } from './quantization.ts'
import { parseQwen3Config } from './qwen3-config.ts'
import { runConversion } from './run-conversion.ts'

/** A random model, and what a second implementation in NumPy makes of it: `model-config/vectors/weight_conversion.py`. */
interface Case {
  readonly seed: number
  readonly config: ModelShape
  readonly quantization: Quantization
  readonly cap: number
  readonly indexed: boolean
  /** File, type and kind of the tensors in the order of their names. */
  readonly tensors: readonly string[]
  readonly storesHead: boolean
  readonly bad: readonly { readonly tensor: string; readonly index: number; readonly bits: number }[]
  readonly expected:
    | { readonly fault: readonly [tensor: string, row: number, column: number, reason: string] }
    | { readonly shards: readonly (readonly [bytes: number, sha256: string, md5: string])[]; readonly layout: string }
}

const path = fileURLToPath(new URL('../../model-config/vectors/weight-conversion-cases.json', import.meta.url))
const cases = JSON.parse(readFileSync(path, 'utf8')) as readonly Case[]

it.each(cases)('agrees with NumPy on case $seed, $quantization', async (given) => {
  const tensors = tensorsOf(given)
  const names = [...new Set(tensors.map(({ file }) => file))]
  const files = new Map(names.map((file) => [file, aSafetensorsFile(tensors.filter((each) => each.file === file))]))
  const plan = valueOf(
    planConversion({
      config: valueOf(parseQwen3Config(qwen3ConfigText(given.config))),
      ...{ headers: headersOf(files), quantization: given.quantization, shardCap: given.cap },
      ...(given.indexed ? { weightOrder: tensors.map(({ name, file }) => ({ tensor: name, file })) } : {}),
      partBytes: 500 + 37 * given.seed,
    }),
  )
  const kept = new Map<string, Uint8Array>()
  const ended = await runConversion(conversionNeeds(files, kept), plan, anOrder(files))
  if ('fault' in given.expected) {
    const [tensor, row, column, reason] = given.expected.fault
    expect(ended).toMatchObject({
      ...{ ok: false, failure: { kind: 'fault', fault: { kind: 'badWeight', tensor, row, column, reason } } },
    })
    return
  }
  expect(ended).toMatchObject({ ok: true, value: { kind: 'complete' } })
  const cache = JSON.parse(new TextDecoder().decode(kept.get('tensor-cache.json'))) as {
    readonly records: readonly { readonly md5sum: string }[]
  }
  const found = plan.shards.map(({ name, bytes }, at) => [
    ...[bytes, sha256Of(kept.get(name) ?? new Uint8Array()), cache.records[at]?.md5sum],
  ])
  expect(found).toEqual(given.expected.shards)
  const layout = plan.shards.flatMap((shard) =>
    shard.tensors.map(
      ({ name, shape, dtype, bytes }) => `${shard.index} ${name} ${shape.join('x')} ${dtype} ${bytes}\n`,
    ),
  )
  expect(sha256Of(new TextEncoder().encode(layout.join('')))).toBe(given.expected.layout)
})

function tensorsOf(given: Case) {
  // A tied model may store its embedding a second time; it is then to be left alone.
  const shapes = hubTensors({ ...given.config, tie_word_embeddings: !given.storesHead })
  return [...shapes].map(([name, shape], at) => {
    const [file = '', dtype = '', kind = ''] = given.tensors[at]?.split(' ') ?? []
    const next = openLcg(given.seed * 1000 + at)
    const length = shape.reduce((a, b) => a * b, 1)
    const bits = Array.from({ length }, () => weightBits(kind, dtype, next(), next()))
    for (const { tensor, index, bits: bad } of given.bad) if (tensor === name) bits[index] = bad
    const data = dtype === 'F32' ? Uint32Array.from(bits) : Uint16Array.from(bits)
    return { name, file: `${file}.safetensors`, dtype, shape, data: new Uint8Array(data.buffer) }
  })
}

/** `weight_bits` of the Python file. */
function weightBits(kind: string, dtype: string, x: number, y: number): number {
  if (kind === 'sparse' && y % 4 !== 0) return 0
  const sign = x & 0x8000
  const fraction = x & (kind === 'ties' ? 0x78 : 0x7f)
  const exponents = { ties: 120 + (y & 3), tiny: 100 + (y % 14), wide: 100 + (y % 42) }
  const exponent = Object.entries(exponents).find(([name]) => name === kind)?.[1] ?? 113 + (y & 7)
  if (dtype === 'BF16') return sign | (exponent << 7) | fraction
  if (dtype === 'F16') {
    const small = exponent - 112
    if (small <= 0) return sign | ((fraction << 3) >> Math.min(1 - small, 10))
    return sign | (small << 10) | (fraction << 3) | (y >> 13)
  }
  const low = kind === 'ties' ? 0 : (y << 3) & 0xffff
  return ((sign << 16) | (exponent << 23) | (fraction << 16) | low) >>> 0
}
