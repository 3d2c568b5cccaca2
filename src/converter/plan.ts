import type { ConversionFault } from '#domain/models/conversion-fault.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Result } from '#lib/result.ts'
import type { ConversionPart, PieceOutput, Place, SourceDtype } from './conversion-part.ts'
import { codeBytes, scaleBytes, sourceDtypes } from './conversion-part.ts'
import type { SourceFile } from './manifest.ts'
import type { Quantization } from './quantization.ts'
import { codesPerWord, groupSize, modelDtype, packs, storedValueBytes } from './quantization.ts'
import type { Qwen3Config } from './qwen3-config.ts'
import type { ModelTensor } from './qwen3-tensors.ts'
import { qwen3Tensors } from './qwen3-tensors.ts'
import type { SafetensorsHeader, TensorEntry, WeightIndex } from './safetensors.ts'
import type { PlannedShard, TensorRecord } from './shard-layout.ts'
import { defaultShardCap, layOutShards } from './shard-layout.ts'
import type { PlacedSource } from './source-parts.ts'
import { cutParts, defaultPartBytes, outputFrom } from './source-parts.ts'

/** The whole conversion, known before a weight is read. The same model and settings always give the same plan. */
export interface ConversionPlan {
  readonly config: Qwen3Config
  readonly quantization: Quantization
  readonly shards: readonly PlannedShard[]
  readonly parts: readonly ConversionPart[]
  readonly hashed: readonly HashedFile[]
  readonly totals: ConversionTotals
  /** Tensors of the model that have no place in the output, such as the head of a tied model. */
  readonly ignored: readonly { readonly tensor: string; readonly file: string }[]
}

/** A source file whose hash is known: its parts cover all of it, so that it can be hashed while they are converted. */
export interface HashedFile {
  readonly file: string
  /** What its bytes have to come to, in lower-case hexadecimal. */
  readonly sha256: string
  /** Its parts, by their index: from this one up to `end`. */
  readonly first: number
  readonly end: number
}

export interface ConversionTotals {
  readonly tensors: number
  readonly parameters: number
  /** Bytes that are read, with those that are only hashed. */
  readonly sourceBytes: number
  readonly storedBytes: number
  /** Bytes once loaded, where fp32 takes four again. */
  readonly memoryBytes: number
}

export interface ConversionRequest {
  readonly config: Qwen3Config
  readonly headers: readonly SafetensorsHeader[]
  /** The index of a model of several files. Without it the tensors come in the order of their names. */
  readonly weightOrder?: WeightIndex['order']
  /** What is promised of the files; those of them that hold weights and have a hash are read whole. */
  readonly promises?: readonly SourceFile[]
  readonly quantization: Quantization
  /** Bytes at which a shard is closed. */
  readonly shardCap?: number
  readonly partBytes?: number
}

interface Found {
  readonly file: string
  readonly entry: TensorEntry
}

export function planConversion(request: ConversionRequest): Result<ConversionPlan, ConversionFault> {
  const { config, quantization } = request
  const found = findTensors(request.headers, request.weightOrder)
  if (!found.ok) return found
  const needed = qwen3Tensors(config)
  const fault = needed
    .flatMap((tensor) => tensor.sources.map(({ name, rows }) => sourceFault(tensor, name, rows, found.value, request)))
    .find((each) => each !== undefined)
  if (fault !== undefined) return fail(fault)
  const tensors = inOrder(needed, [...found.value.keys()])
  const records = tensors.flatMap((tensor) => recordsOf(tensor, quantization))
  const shards = layOutShards(records, request.shardCap ?? defaultShardCap)
  const files = [...new Set([...found.value.values()].map(({ file }) => file))]
  const sources = placeSources(tensors, shards, found.value)
  const hashes = new Map(request.promises?.map(({ name, sha256 }) => [name, sha256]))
  const wholeFiles = new Map(
    request.headers
      .filter(({ file }) => hashes.get(file) !== undefined)
      .map(({ file, fileBytes }) => [file, fileBytes]),
  )
  const parts = cutParts({ files, wholeFiles }, sources, quantization, request.partBytes ?? defaultPartBytes)
  const used = new Set(sources.map(({ tensor }) => tensor))
  return succeed({
    ...{ config, quantization, shards, parts },
    hashed: files.flatMap((file) => hashedFile(file, hashes.get(file), parts)),
    totals: {
      tensors: records.length,
      parameters: tensors.reduce((sum, tensor) => sum + rowsOf(tensor) * tensor.columns, 0),
      sourceBytes: parts.reduce((sum, { begin, end }) => sum + end - begin, 0),
      storedBytes: shards.reduce((sum, { bytes }) => sum + bytes, 0),
      memoryBytes: records.reduce((sum, { bytes, dtype }) => sum + bytes * (dtype === 'float32' ? 2 : 1), 0),
    },
    ignored: [...found.value].filter(([tensor]) => !used.has(tensor)).map(([tensor, { file }]) => ({ tensor, file })),
  })
}

/**
 * Every tensor by name, in MLC's order: that of the index, or of the names; the files in the order in which they appear
 * there, and all tensors of a file together.
 */
function findTensors(
  headers: readonly SafetensorsHeader[],
  weightOrder: WeightIndex['order'] | undefined,
): Result<ReadonlyMap<string, Found>, ConversionFault> {
  const found = new Map<string, Found>()
  for (const { file, tensors } of headers) {
    for (const entry of tensors) {
      const other = found.get(entry.name)
      // The index says which of two is meant; without one, nobody does.
      if (other !== undefined && weightOrder === undefined)
        return fail({ kind: 'tensorTwice', tensor: entry.name, files: [other.file, file] })
      const isMeant = weightOrder?.some((item) => item.tensor === entry.name && item.file === file) ?? true
      if (isMeant) found.set(entry.name, { file, entry })
    }
  }
  if (weightOrder !== undefined) {
    const given = new Set(headers.map(({ file }) => file))
    for (const { tensor, file } of weightOrder) {
      if (!given.has(file)) return fail({ kind: 'fileMissing', file })
      if (!found.has(tensor)) return fail({ kind: 'tensorMissing', tensor, file })
    }
  }
  const names = weightOrder?.map(({ tensor }) => tensor) ?? [...found.keys()].sort()
  const listed = names.flatMap((name) => {
    const tensor = found.get(name)
    return tensor === undefined ? [] : [[name, tensor] as const]
  })
  const files = [...new Set(listed.map(([, { file }]) => file))]
  return succeed(new Map(files.flatMap((file) => listed.filter(([, tensor]) => tensor.file === file))))
}

function sourceFault(
  { kind, columns }: ModelTensor,
  name: string,
  rows: number,
  found: ReadonlyMap<string, Found>,
  request: ConversionRequest,
): ConversionFault | undefined {
  const source = found.get(name)
  if (source === undefined) {
    const [only] = request.headers
    const file = request.headers.length === 1 ? only?.file : undefined
    return { kind: 'tensorMissing', tensor: name, file }
  }
  const { file, entry } = source
  const expected = kind === 'vector' ? [columns] : [rows, columns]
  if (entry.shape.length !== expected.length || expected.some((size, axis) => entry.shape[axis] !== size))
    return { kind: 'tensorShape', tensor: name, file, expected, found: entry.shape }
  if (!isSourceDtype(entry.dtype))
    return { kind: 'tensorDtype', tensor: name, file, expected: sourceDtypes, found: entry.dtype }
  return undefined
}

/** A fused tensor stands where the first of its parts does. */
function inOrder(tensors: readonly ModelTensor[], names: readonly string[]): readonly ModelTensor[] {
  const rank = new Map(names.map((name, at) => [name, at]))
  const first = (tensor: ModelTensor): number => Math.min(...tensor.sources.map(({ name }) => rank.get(name) ?? 0))
  return tensors.toSorted((a, b) => first(a) - first(b))
}

function recordsOf(tensor: ModelTensor, quantization: Quantization): readonly TensorRecord[] {
  const { base, kind, columns } = tensor
  const rows = rowsOf(tensor)
  const weights = rows * columns
  const dtype = modelDtype(quantization)
  if (kind === 'vector' || !packs(quantization)) {
    const shape = kind === 'vector' ? [columns] : [rows, columns]
    return [{ name: `${base}.weight`, shape, dtype, bytes: weights * storedValueBytes }]
  }
  return [
    {
      ...{ name: `${base}.q_weight`, shape: [rows, columns / codesPerWord] },
      ...{ dtype: 'uint32', bytes: codeBytes(weights) },
    },
    { name: `${base}.q_scale`, shape: [rows, columns / groupSize], dtype, bytes: scaleBytes(weights) },
  ]
}

function placeSources(
  tensors: readonly ModelTensor[],
  shards: readonly PlannedShard[],
  found: ReadonlyMap<string, Found>,
): readonly PlacedSource[] {
  const places = new Map<string, Place>()
  for (const { index: shard, tensors: placed } of shards)
    for (const { name, offset } of placed) places.set(name, { shard, offset })
  return tensors.flatMap((tensor) => {
    const whole = outputOf(tensor.base, places)
    let firstRow = 0
    return tensor.sources.flatMap(({ name, rows }) => {
      const source = found.get(name)
      const output = outputFrom(whole, firstRow * tensor.columns)
      firstRow += rows
      if (source === undefined || !isSourceDtype(source.entry.dtype)) return []
      const { dtype, begin } = source.entry
      return [{ tensor: name, file: source.file, dtype, begin, rows, columns: tensor.columns, output }]
    })
  })
}

function hashedFile(file: string, sha256: string | undefined, parts: readonly ConversionPart[]): readonly HashedFile[] {
  if (sha256 === undefined) return []
  const first = parts.findIndex((part) => part.file === file)
  return [{ file, sha256, first, end: first + parts.filter((part) => part.file === file).length }]
}

function outputOf(base: string, places: ReadonlyMap<string, Place>): PieceOutput {
  const [values, codes, scales] = ['weight', 'q_weight', 'q_scale'].map((kind) => places.get(`${base}.${kind}`))
  if (values !== undefined) return { kind: 'plain', values }
  if (codes === undefined || scales === undefined) throw new Error(`${base} has no place`)
  return { kind: 'packed', codes, scales }
}

function rowsOf(tensor: ModelTensor): number {
  return tensor.sources.reduce((sum, { rows }) => sum + rows, 0)
}

function isSourceDtype(dtype: string): dtype is SourceDtype {
  return (sourceDtypes as readonly string[]).includes(dtype)
}
