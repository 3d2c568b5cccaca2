import type { ConversionFault } from '#domain/models/conversion-fault.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Result } from '#lib/result.ts'
import type { ConversionPart, PartPiece, ShardWrite } from './conversion-part.ts'
import { bytesOf, codeBytes, scaleBytes } from './conversion-part.ts'
import type { ConvertParts } from './conversion-ports.ts'
import type { Quantization } from './quantization.ts'
import { groupSize, modelDtype, storedValueBytes } from './quantization.ts'
import {
  checkFinite,
  readHalves,
  roundToHalves,
  storeBfloat,
  storeBfloatAsHalf,
  storeHalves,
  storeSingles,
} from './quantize-plain.ts'
import { packBfloatQ4F16, packHalfQ4F16 } from './quantize-q4f16.ts'
import { packBfloatQ4F32, packSingleQ4F32 } from './quantize-q4f32.ts'

/** Converts on the thread that asks. */
export const convertInline: ConvertParts = {
  convert: (part, bytes) => Promise.resolve(convertPart(part, bytes)),
}

/** The writes that the source bytes of a part become; `bytes` are exactly those of the part. */
export function convertPart(
  part: ConversionPart,
  bytes: Uint8Array<ArrayBuffer>,
): Result<readonly ShardWrite[], ConversionFault> {
  if (bytes.length !== part.end - part.begin) throw new RangeError(`part ${part.index} of another length`)
  const writes: ShardWrite[] = []
  for (const piece of part.pieces) {
    const length = piece.rows * piece.columns * bytesOf(piece.dtype)
    const source = bytes.subarray(piece.from, piece.from + length)
    const bad = convertPiece(piece, part.quantization, source, writes)
    if (bad !== -1) return fail(badWeight(part.file, piece, source, bad))
  }
  return succeed(writes)
}

/** Converts a piece into `writes`. The index of a weight that the format cannot say is returned, or -1. */
function convertPiece(
  piece: PartPiece,
  quantization: Quantization,
  bytes: Uint8Array<ArrayBuffer>,
  writes: ShardWrite[],
): number {
  const { output, rows, columns } = piece
  const weights = rows * columns
  const asHalf = modelDtype(quantization) === 'float16'
  if (output.kind === 'plain') {
    const stored = new Uint16Array(weights)
    writes.push(asWrite(output.values, stored, weights * storedValueBytes))
    if (piece.dtype === 'BF16') return (asHalf ? storeBfloatAsHalf : storeBfloat)(words16(bytes), stored)
    const { values, bad } = readValues(piece, bytes, asHalf)
    if (bad === -1) (asHalf ? storeHalves : storeSingles)(values, stored)
    return bad
  }
  const codes = new Uint32Array(codeBytes(weights) / 4)
  const scales = new Uint16Array(weights / groupSize)
  writes.push(asWrite(output.codes, codes, codeBytes(weights)), asWrite(output.scales, scales, scaleBytes(weights)))
  if (piece.dtype === 'BF16') return (asHalf ? packBfloatQ4F16 : packBfloatQ4F32)(words16(bytes), codes, scales)
  const { values, bad } = readValues(piece, bytes, asHalf)
  if (bad === -1) (asHalf ? packHalfQ4F16 : packSingleQ4F32)(values, codes, scales)
  return bad
}

/** fp16 and fp32 weights as values of the type that the model computes in. */
function readValues(
  { dtype }: PartPiece,
  bytes: Uint8Array<ArrayBuffer>,
  asHalf: boolean,
): { readonly values: Float32Array; readonly bad: number } {
  if (dtype === 'F16') {
    const values = new Float32Array(bytes.length / 2)
    return { values, bad: readHalves(words16(bytes), values) }
  }
  const source = aligned(bytes, 4)
  const singles = new Float32Array(source.buffer, source.byteOffset, source.length / 4)
  if (!asHalf) return { values: singles, bad: checkFinite(singles) }
  const values = new Float32Array(singles.length)
  return { values, bad: roundToHalves(singles, values) }
}

function words16(bytes: Uint8Array<ArrayBuffer>): Uint16Array {
  const source = aligned(bytes, 2)
  return new Uint16Array(source.buffer, source.byteOffset, source.length / 2)
}

/** A typed array may only begin at a multiple of its element; a safetensors file keeps no such order. */
function aligned(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  return bytes.byteOffset % size === 0 ? bytes : bytes.slice()
}

function asWrite(
  place: { readonly shard: number; readonly offset: number },
  { buffer }: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>,
  length: number,
): ShardWrite {
  return { shard: place.shard, offset: place.offset, bytes: new Uint8Array(buffer, 0, length) }
}

function badWeight(
  file: string,
  { tensor, dtype, firstRow, columns }: PartPiece,
  bytes: Uint8Array<ArrayBuffer>,
  index: number,
): ConversionFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset + index * bytesOf(dtype))
  const exponent = { BF16: 0x7f80, F16: 0x7c00, F32: 0x7f800000 }[dtype]
  const bits = dtype === 'F32' ? view.getUint32(0, true) : view.getUint16(0, true)
  return {
    ...{ kind: 'badWeight', tensor, file },
    ...{ row: firstRow + Math.floor(index / columns), column: index % columns },
    reason: (bits & exponent) === exponent ? 'notFinite' : 'beyondHalf',
  }
}
