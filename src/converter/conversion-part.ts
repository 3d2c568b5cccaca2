import type { Quantization } from './quantization.ts'
import { codesPerWord, groupSize, storedValueBytes } from './quantization.ts'

/** The types of weights that can be read. */
export const sourceDtypes = ['BF16', 'F16', 'F32'] as const

export type SourceDtype = (typeof sourceDtypes)[number]

/**
 * A contiguous range of a source file, cut at rows of tensors, and everything that is needed to convert it: plain data
 * that can be sent to a worker.
 */
export interface ConversionPart {
  readonly index: number
  readonly file: string
  readonly begin: number
  readonly end: number
  readonly quantization: Quantization
  readonly pieces: readonly PartPiece[]
}

/** Neighbouring rows of one source tensor. A vector is a single row. */
export interface PartPiece {
  readonly tensor: string
  readonly dtype: SourceDtype
  /** Bytes from the begin of the part. */
  readonly from: number
  readonly firstRow: number
  readonly rows: number
  readonly columns: number
  readonly output: PieceOutput
}

export type PieceOutput =
  | { readonly kind: 'packed'; readonly codes: Place; readonly scales: Place }
  | { readonly kind: 'plain'; readonly values: Place }

/** A byte of a shard. */
export interface Place {
  readonly shard: number
  readonly offset: number
}

export interface ShardWrite {
  readonly shard: number
  readonly offset: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Where the writes of a part go, before there are any. */
export function spansOf(part: ConversionPart): readonly (Place & { readonly bytes: number })[] {
  return part.pieces.flatMap(({ rows, columns, output }) => {
    const weights = rows * columns
    if (output.kind === 'plain') return [{ ...output.values, bytes: weights * storedValueBytes }]
    return [
      { ...output.codes, bytes: codeBytes(weights) },
      { ...output.scales, bytes: scaleBytes(weights) },
    ]
  })
}

export function bytesOf(dtype: SourceDtype): number {
  return dtype === 'F32' ? 4 : 2
}

/** Bytes of the packed codes of so many weights. */
export function codeBytes(weights: number): number {
  return (weights / codesPerWord) * 4
}

export function scaleBytes(weights: number): number {
  return (weights / groupSize) * storedValueBytes
}
