/** A marked stretch of a text, in UTF-16 units: from `start` up to but not including `end`. */
export interface Highlight {
  readonly start: number
  readonly end: number
}

/** Pieces of a text, marked and not, that together are the text. */
export interface HighlightedPiece {
  readonly text: string
  readonly isMarked: boolean
}

/**
 * Marks a stretch, or unmarks it where all of it is marked already. What touches grows together, so that the marks stay in
 * order and apart. An empty stretch, or one outside of the text, changes nothing.
 */
export function toggleHighlight(
  marks: readonly Highlight[],
  { start, end }: Highlight,
  length: number,
): readonly Highlight[] {
  const wished = { start: Math.max(0, start), end: Math.min(length, end) }
  if (wished.start >= wished.end) return marks
  return isHighlighted(marks, wished) ? without(marks, wished) : merged(marks, wished)
}

/** Whether all of a stretch is marked. */
export function isHighlighted(marks: readonly Highlight[], { start, end }: Highlight): boolean {
  return marks.some((mark) => mark.start <= start && mark.end >= end)
}

export function highlightedPieces(text: string, marks: readonly Highlight[]): readonly HighlightedPiece[] {
  const edges = marks.flatMap(({ start, end }) => [start, end])
  const cuts = [0, ...edges, text.length]
  return cuts
    .slice(1)
    .map((end, index) => ({ text: text.slice(cuts[index], end), isMarked: index % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}

function without(marks: readonly Highlight[], hole: Highlight): readonly Highlight[] {
  return marks
    .flatMap(({ start, end }) => [
      { start, end: Math.min(end, Math.max(start, hole.start)) },
      { start: Math.max(start, Math.min(end, hole.end)), end },
    ])
    .filter(({ start, end }) => start < end)
}

function merged(marks: readonly Highlight[], added: Highlight): readonly Highlight[] {
  const apart = marks.filter(({ start, end }) => end < added.start || start > added.end)
  const touching = marks.filter(({ start, end }) => end >= added.start && start <= added.end)
  const grown = {
    start: Math.min(added.start, ...touching.map(({ start }) => start)),
    end: Math.max(added.end, ...touching.map(({ end }) => end)),
  }
  return [...apart, grown].sort((a, b) => a.start - b.start)
}
