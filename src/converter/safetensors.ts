import type { ConversionFault } from '#domain/models/conversion-fault.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Result } from '#lib/result.ts'
import { isCount, isObject, parseObject } from './plain-json.ts'

/** Where a tensor lies: `begin` and `end` are bytes from the start of the file. */
export interface TensorEntry {
  readonly name: string
  /** As the file says it; which of them can be converted is the plan's to judge. */
  readonly dtype: string
  readonly shape: readonly number[]
  readonly begin: number
  readonly end: number
}

export interface SafetensorsHeader {
  readonly file: string
  readonly fileBytes: number
  /** In the order of their bytes. */
  readonly tensors: readonly TensorEntry[]
}

/** The order of the tensors over the files of a model: `weight_map` of `model.safetensors.index.json`. */
export interface WeightIndex {
  readonly order: readonly { readonly tensor: string; readonly file: string }[]
}

/** Length of the number that a safetensors file begins with: a u64, little-endian. */
export const lengthBytes = 8

/** The format's own limit. */
const largestHeader = 100_000_000

const dtypeBytes: ReadonlyMap<string, number> = new Map([
  ...(['BOOL', 'U8', 'I8', 'F8_E5M2', 'F8_E4M3'] as const).map((dtype) => [dtype, 1] as const),
  ...(['U16', 'I16', 'F16', 'BF16'] as const).map((dtype) => [dtype, 2] as const),
  ...(['U32', 'I32', 'F32'] as const).map((dtype) => [dtype, 4] as const),
  ...(['U64', 'I64', 'F64'] as const).map((dtype) => [dtype, 8] as const),
])

/** Where the header ends, from the first eight bytes of a file: it is the bytes from 8 to there. */
export function headerEnd(file: string, fileBytes: number, first: Uint8Array): Result<number, ConversionFault> {
  if (first.length < lengthBytes) return fail({ kind: 'headerLength', file, found: 0, fileBytes })
  const view = new DataView(first.buffer, first.byteOffset, lengthBytes)
  const found = view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32
  if (found < 2 || found > largestHeader || lengthBytes + found > fileBytes)
    return fail({ kind: 'headerLength', file, found, fileBytes })
  return succeed(lengthBytes + found)
}

/** `header` is the bytes between the length and `headerEnd`. */
export function parseSafetensorsHeader(
  file: string,
  fileBytes: number,
  header: Uint8Array,
): Result<SafetensorsHeader, ConversionFault> {
  const parsed = parseObject(file, new TextDecoder().decode(header))
  if (!parsed.ok) return parsed
  const dataBegin = lengthBytes + header.length
  const tensors: TensorEntry[] = []
  for (const [name, value] of Object.entries(parsed.value)) {
    if (name === '__metadata__') continue
    const entry = readEntry(file, name, value, dataBegin)
    if (!entry.ok) return entry
    tensors.push(entry.value)
  }
  tensors.sort((a, b) => a.begin - b.begin || a.end - b.end)
  const fault = layoutFault(file, fileBytes, tensors, dataBegin)
  return fault === undefined ? succeed({ file, fileBytes, tensors }) : fail(fault)
}

export function parseWeightIndex(file: string, text: string): Result<WeightIndex, ConversionFault> {
  const parsed = parseObject(file, text)
  if (!parsed.ok) return parsed
  const map = parsed.value['weight_map']
  if (!isObject(map)) return fail({ kind: 'unreadable', file, where: 'weight_map', expected: 'an object' })
  const order: { tensor: string; file: string }[] = []
  for (const [tensor, of] of Object.entries(map)) {
    if (typeof of !== 'string')
      return fail({ kind: 'unreadable', file, where: `weight_map.${tensor}`, expected: 'the name of a file' })
    order.push({ tensor, file: of })
  }
  return succeed({ order })
}

function readEntry(
  file: string,
  name: string,
  value: unknown,
  dataBegin: number,
): Result<TensorEntry, ConversionFault> {
  const { dtype, shape, data_offsets: offsets } = isObject(value) ? value : {}
  if (typeof dtype !== 'string') return unreadable(file, `${name}.dtype`, 'the name of a type')
  if (!Array.isArray(shape) || !shape.every(isCount)) return unreadable(file, `${name}.shape`, 'sizes')
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount))
    return unreadable(file, `${name}.data_offsets`, 'two offsets')
  const [begin = 0, end = 0] = offsets
  return succeed({ name, dtype, shape, begin: dataBegin + begin, end: dataBegin + end })
}

function unreadable(file: string, where: string, expected: string): Result<never, ConversionFault> {
  return fail({ kind: 'unreadable', file, where, expected })
}

/** Every tensor is as long as its shape, and together they fill the file from the header to its end. */
function layoutFault(
  file: string,
  fileBytes: number,
  tensors: readonly TensorEntry[],
  dataBegin: number,
): ConversionFault | undefined {
  let expectedBegin = dataBegin
  for (const { name: tensor, dtype, shape, begin, end } of tensors) {
    const size = dtypeBytes.get(dtype)
    const expectedBytes = size === undefined ? end - begin : shape.reduce((product, n) => product * n, size)
    if (end - begin !== expectedBytes || end < begin || end > fileBytes)
      return { kind: 'tensorRange', file, tensor, expectedBytes, begin, end }
    if (begin !== expectedBegin) return { kind: 'tensorsApart', file, tensor, expectedBegin, begin }
    expectedBegin = end
  }
  return expectedBegin === fileBytes
    ? undefined
    : { kind: 'fileLength', file, expected: expectedBegin, found: fileBytes }
}
