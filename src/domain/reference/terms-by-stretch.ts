import type { TextPiece } from './find-terms.ts'

/**
 * The pieces of a text by the stretches that it is cut into otherwise, as by a highlighter. The text is searched whole, so that no
 * cut makes a term of the end of a word; a term that a cut goes through is plain.
 */
export function termsByStretch(
  pieces: readonly TextPiece[],
  stretches: readonly string[],
): readonly (readonly TextPiece[])[] {
  const placed = withPlaces(pieces)
  let end = 0
  return stretches.map((stretch) => {
    const start = end
    end += stretch.length
    return placed
      .map(({ piece, at }) => cut(piece, Math.max(0, start - at), end - at))
      .filter(({ text }) => text !== '')
  })
}

function withPlaces(pieces: readonly TextPiece[]): readonly { readonly piece: TextPiece; readonly at: number }[] {
  let next = 0
  return pieces.map((piece) => {
    const at = next
    next += piece.text.length
    return { piece, at }
  })
}

function cut(piece: TextPiece, from: number, to: number): TextPiece {
  const text = to <= 0 ? '' : piece.text.slice(from, to)
  return text === piece.text ? piece : { kind: 'plain', text }
}
