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

export interface FilesToCut {
  /** In this order. */
  readonly files: readonly string[]
  /** Those of them that are needed to their last byte, with their lengths. */
  readonly wholeFiles: ReadonlyMap<string, number>
}

/** Neighbouring rows in a file; without a source they are bytes of a whole file that nothing is made of. */
interface Stretch {
  readonly begin: number
  readonly rows: number
  readonly rowBytes: number
  readonly source?: PlacedSource
}

/**
 * Cuts the needed bytes into parts, file by file and from front to back: a part ends where the next needed byte is not
 * its neighbour, or before the row that would make it longer than `partBytes` (a single row may be).
 */
export function cutParts(
  { files, wholeFiles }: FilesToCut,
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
      if (end > begin) parts.push({ index: parts.length, file, begin, end, quantization, pieces })
      pieces = []
    }
    for (const stretch of stretchesOf(file, sources, wholeFiles.get(file))) {
      const { rowBytes, source } = stretch
      for (let row = 0; row < stretch.rows;) {
        const at = stretch.begin + row * rowBytes
        if (at !== end || partBytes - (end - begin) < rowBytes) {
          close()
          begin = at
        }
        const room = Math.max(1, Math.floor((partBytes - (at - begin)) / rowBytes))
        const rows = Math.min(room, stretch.rows - row)
        if (source !== undefined) pieces.push(pieceOf(source, row, rows, at - begin))
        end = at + rows * rowBytes
        row += rows
      }
    }
    close()
  }
  return parts
}

/** What is needed of a file, from front to back; of a whole file, everything. */
function stretchesOf(
  file: string,
  sources: readonly PlacedSource[],
  wholeBytes: number | undefined,
): readonly Stretch[] {
  const needed = sources
    .filter((source) => source.file === file)
    .sort((a, b) => a.begin - b.begin)
    .map((source): Stretch => {
      const { begin, rows, columns, dtype } = source
      return { begin, rows, rowBytes: columns * bytesOf(dtype), source }
    })
  if (wholeBytes === undefined) return needed
  const gaps: Stretch[] = []
  let end = 0
  for (const { begin, rows, rowBytes } of [...needed, { begin: wholeBytes, rows: 0, rowBytes: 0 }]) {
    if (begin > end) gaps.push({ begin: end, rows: begin - end, rowBytes: 1 })
    end = begin + rows * rowBytes
  }
  return [...needed, ...gaps].sort((a, b) => a.begin - b.begin)
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
