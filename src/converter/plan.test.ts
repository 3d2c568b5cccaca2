import { describe, expect, it } from 'vitest'
import { planTiny, promisesOf, valueOf } from '../testing/builders/conversions.ts'
import {
  hubTensors,
  quantizationVectors,
  qwen3ConfigText,
  tinyModelFiles,
} from '../testing/builders/quantization-vectors.ts'
import { withUnneeded } from '../testing/builders/safetensors.ts'
import { sha256Of } from '../testing/fakes/node-hasher.ts'
import { spansOf } from './conversion-part.ts'
import type { ConversionPlan, ConversionRequest } from './plan.ts'
import { planConversion } from './plan.ts'
import { parseQwen3Config } from './qwen3-config.ts'
import type { SafetensorsHeader, TensorEntry } from './safetensors.ts'

const vectors = quantizationVectors()
const tiny = {
  ...{ hidden_size: 64, intermediate_size: 96, num_hidden_layers: 1, num_attention_heads: 2, num_key_value_heads: 1 },
  ...{ head_dim: 32, vocab_size: 64, tie_word_embeddings: false },
}

describe('the plan of the official models', () => {
  it.each(vectors.plans.items)('lays out $model as $quantization', (expected) => {
    const plan = valueOf(planConversion({ ...modelOf(expected.model), quantization: expected.quantization }))
    expect(plan.totals).toMatchObject({
      ...{ tensors: expected.ParamSize, parameters: expected.hf_params },
      ...{ memoryBytes: expected.ParamBytes, storedBytes: expected.stored_bytes },
    })
    expect(plan.shards).toHaveLength(expected.shards)
    expect(Math.max(...plan.shards.map(({ bytes }) => bytes))).toBe(expected.largest_shard)
    expect(sha256Of(new TextEncoder().encode(layoutLines(plan)))).toBe(expected.layout_sha256)
  })

  it('reads every byte once, at most 16 MiB at a time, and writes every byte once', () => {
    const plan = valueOf(planConversion({ ...modelOf('Qwen3-8B'), quantization: 'q4f16_1' }))
    expect(plan.totals.sourceBytes).toBe(16_381_470_720)
    expect(Math.max(...plan.parts.map(({ begin, end }) => end - begin))).toBeLessThanOrEqual(16 * 2 ** 20)
    plan.parts.forEach((part, at) => {
      if (at > 0) expect(part.begin).toBe(plan.parts[at - 1]?.end)
    })
    for (const shard of plan.shards) {
      const spans = plan.parts.flatMap(spansOf).filter((span) => span.shard === shard.index)
      spans.sort((a, b) => a.offset - b.offset)
      let end = 0
      for (const { offset, bytes } of spans) {
        if (offset !== end) expect.fail(`${shard.name} at ${offset}`)
        end += bytes
      }
      expect(end).toBe(shard.bytes)
    }
  })
})

describe('a model that cannot be planned', () => {
  const faultOf = (
    change: (tensors: TensorEntry[]) => readonly TensorEntry[],
    others: Partial<ConversionRequest> = {},
  ) => {
    const request = requestFor(tiny)
    const headers = request.headers.map((header) => ({ ...header, tensors: change([...header.tensors]) }))
    const planned = planConversion({ ...request, headers, ...others })
    return planned.ok ? undefined : planned.failure
  }
  const changing = (name: string, change: Partial<TensorEntry>) => (tensors: readonly TensorEntry[]) =>
    tensors.map((entry) => (entry.name === name ? { ...entry, ...change } : entry))

  it('names a missing tensor and the file', () => {
    const fault = faultOf((tensors) => tensors.filter(({ name }) => name !== 'lm_head.weight'))
    expect(fault).toEqual({ kind: 'tensorMissing', tensor: 'lm_head.weight', file: 'model.safetensors' })
  })

  it('names a tensor of another shape', () => {
    expect(faultOf(changing('model.norm.weight', { shape: [63] }))).toEqual({
      ...{ kind: 'tensorShape', tensor: 'model.norm.weight', file: 'model.safetensors', expected: [64], found: [63] },
    })
  })

  it('names a tensor of a type that is not read', () => {
    expect(faultOf(changing('model.norm.weight', { dtype: 'F8_E4M3' }))).toMatchObject({
      ...{ kind: 'tensorDtype', tensor: 'model.norm.weight', found: 'F8_E4M3' },
    })
  })

  it('names a file that the index names and nobody gave', () => {
    const weightOrder = [...hubTensors(tiny).keys()].map((tensor) => ({ tensor, file: 'other.safetensors' }))
    expect(faultOf((tensors) => tensors, { weightOrder })).toEqual({ kind: 'fileMissing', file: 'other.safetensors' })
  })

  it('names a tensor that two files hold, where no index says which is meant', () => {
    const [header] = requestFor(tiny).headers
    const twice = header === undefined ? [] : [header, { ...header, file: 'b.safetensors' }]
    expect(faultOf((tensors) => tensors, { headers: twice })).toMatchObject({
      ...{ kind: 'tensorTwice', files: ['model.safetensors', 'b.safetensors'] },
    })
  })
})

it('leaves out the head of a tied model, and what else it does not know', () => {
  const request = requestFor({ ...tiny, tie_word_embeddings: true })
  const extra = ['lm_head.weight', 'rotary_emb.inv_freq']
  const headers = request.headers.map((header) => {
    const end = header.fileBytes
    const more = extra.map((name, at) => ({
      name,
      dtype: 'BF16',
      shape: [1],
      begin: end + 2 * at,
      end: end + 2 * at + 2,
    }))
    return { ...header, fileBytes: end + 4, tensors: [...header.tensors, ...more] }
  })
  const plan = valueOf(planConversion({ ...request, headers }))
  expect(plan.ignored.map(({ tensor }) => tensor)).toEqual(extra)
  expect(plan.shards.flatMap(({ tensors }) => tensors).filter(({ name }) => name.startsWith('lm_head'))).toEqual([])
  expect(plan.parts.at(-1)?.end).toBeLessThanOrEqual(headers[0]?.fileBytes ?? 0)
})

describe('a file whose hash is known', () => {
  const sha256 = 'a'.repeat(64)
  const [model] = vectors.tiny_models.filter(({ name }) => name.includes('two-files'))
  if (model === undefined) throw new Error('no model of two files')
  const files = new Map([...tinyModelFiles(model)].map(([name, bytes]) => [name, withUnneeded(bytes)]))
  const [first = '', second = ''] = files.keys()

  it.each([1, 100, 1500, 16 * 2 ** 20])('is read whole and in order, in parts of %i bytes', (partBytes) => {
    const plan = planTiny(model, files, partBytes, [{ name: second, bytes: 0, sha256 }])
    expect(plan.hashed).toMatchObject([{ file: second, sha256 }])
    const parts = plan.parts.slice(plan.hashed[0]?.first, plan.hashed[0]?.end)
    let end = 0
    for (const part of parts) {
      expect([part.file, part.begin]).toEqual([second, end])
      end = part.end
    }
    expect(end).toBe(files.get(second)?.length)
    expect(plan.parts.filter(({ file }) => file === second)).toEqual(parts)
    expect(plan.totals.sourceBytes).toBe(plan.parts.reduce((sum, part) => sum + part.end - part.begin, 0))
  })

  it('becomes the same, and the others are read as they were', () => {
    const [plan, plain] = [planTiny(model, files, 1500, promisesOf(files, [second])), planTiny(model, files, 1500)]
    expect(plan.shards).toEqual(plain.shards)
    const rangesOf = ({ parts }: ConversionPlan, of: string) =>
      parts.filter(({ file }) => file === of).map(({ begin, end }) => [begin, end])
    expect(rangesOf(plan, first)).toEqual(rangesOf(plain, first))
    const read = (of: ConversionPlan) => of.parts.reduce((sum, { begin, end }) => sum + end - begin, 0)
    // Length, header and both unneeded tensors of one file.
    expect(read(plan) - read(plain)).toBeGreaterThan(8000)
  })

  it('adds no round trip for a header', () => {
    const plan = planTiny(model, files, 2 ** 20, promisesOf(files))
    expect(plan.parts).toHaveLength(2)
  })
})

it('gives a part that is sent to a worker as plain data', () => {
  const plan = valueOf(planConversion({ ...requestFor(tiny), partBytes: 512 }))
  expect(structuredClone(plan.parts)).toEqual(plan.parts)
})

function modelOf(name: string): Omit<ConversionRequest, 'quantization'> {
  const shape = vectors.model_shapes[name]
  if (shape === undefined) throw new Error(name)
  return requestFor(shape)
}

function requestFor(shape: typeof tiny): ConversionRequest {
  const config = valueOf(parseQwen3Config(qwen3ConfigText(shape)))
  return { config, headers: [headerOf(shape)], quantization: 'q4f16_1' }
}

function headerOf(shape: typeof tiny): SafetensorsHeader {
  let end = 1000
  const tensors = [...hubTensors(shape)].map(([name, sizes]) => {
    const begin = end
    end += sizes.reduce((a, b) => a * b, 2)
    return { name, dtype: 'BF16', shape: sizes, begin, end }
  })
  return { file: 'model.safetensors', fileBytes: end, tensors }
}

function layoutLines({ shards }: ConversionPlan): string {
  const lines = shards.flatMap(({ index, tensors }) =>
    tensors.map(
      ({ name, shape, dtype, bytes, offset }) => `${index} ${offset} ${bytes} ${dtype} ${shape.join('x')} ${name}\n`,
    ),
  )
  return lines.join('')
}
