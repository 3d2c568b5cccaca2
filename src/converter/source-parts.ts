import type { ConversionPart, PartPiece, Place, PieceOutput, SourceDtype } from './conversion-part.ts'
import { bytesOf, codeBytes, scaleBytes } from './conversion-part.ts'
import type { Quantization } from './quantization.ts'
import { storedValueBytes } from './quantization.ts'

/** A source tensor that is needed, and where its first row goes. */
export interface PlacedSource {
  readonly tensor: string
  readonly file: string
  readonly dtype: SourceDtype
  readonly begin: number
  readonly rows: number
  readonly columns: number
  readonly output: PieceOutput
}

/** Bytes that are read at once: large enough that a read is worth its round trip, small enough to have several. */
export const defaultPartBytes = 16 * 2 ** 20

/**
 * Cuts the needed bytes into parts, file by file in the order given and from front to back: a part ends where the next
 * needed byte is not its neighbour, or before the row that would make it longer than `partBytes` (a single row may be).
 */
export function cutParts(
  files: readonly string[],
  sources: readonly PlacedSource[],
  quantization: Quantization,
  partBytes: number,
): readonly ConversionPart[] {
  const parts: ConversionPart[] = []
  for (const file of files) {
    let pieces: PartPiece[] = []
    let begin = 0
    let end = 0
    const close = (): void => {
      if (pieces.length > 0) parts.push({ index: parts.length, file, begin, end, quantization, pieces })
      pieces = []
    }
    const inFile = sources.filter((source) => source.file === file).sort((a, b) => a.begin - b.begin)
    for (const source of inFile) {
      const rowBytes = source.columns * bytesOf(source.dtype)
      for (let row = 0; row < source.rows;) {
        const at = source.begin + row * rowBytes
        if (at !== end || partBytes - (end - begin) < rowBytes) close()
        if (pieces.length === 0) begin = at
        const room = Math.max(1, Math.floor((partBytes - (at - begin)) / rowBytes))
        const rows = Math.min(room, source.rows - row)
        pieces.push(pieceOf(source, row, rows, at - begin))
        end = at + rows * rowBytes
        row += rows
      }
    }
    close()
  }
  return parts
}

function pieceOf(source: PlacedSource, firstRow: number, rows: number, from: number): PartPiece {
  const { tensor, dtype, columns } = source
  return { tensor, dtype, from, firstRow, rows, columns, output: outputFrom(source.output, firstRow * columns) }
}

/** The same output, so many weights further on. */
export function outputFrom(output: PieceOutput, weights: number): PieceOutput {
  if (output.kind === 'plain') return { kind: 'plain', values: further(output.values, weights * storedValueBytes) }
  return {
    kind: 'packed',
    codes: further(output.codes, codeBytes(weights)),
    scales: further(output.scales, scaleBytes(weights)),
  }
}

function further(place: Place, bytes: number): Place {
  return { shard: place.shard, offset: place.offset + bytes }
}
