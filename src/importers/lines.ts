/** One line of a text, without what ends it. */
export interface Line {
  /** Counted from 1. */
  readonly number: number
  readonly text: string
  /** Where the line after it begins, or the text's length. */
  readonly next: number
}

/** The text with every line break, be it LF, CR LF or CR, written as LF. Its lines keep their numbers. */
export function withPlainBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** The lines of a text whose breaks are LF, one at a time: a file of nothing but line breaks is no list of millions. */
export function* linesOf(text: string): Generator<Line> {
  let at = 0
  for (let number = 1; at < text.length; number++) {
    const end = endOfLine(text, at)
    yield { number, text: text.slice(at, end), next: Math.min(end + 1, text.length) }
    at = end + 1
  }
}

/** Where the line that `at` stands in ends: at its LF, or at the text's length. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

/** As much of the text's first line as helps to find it again: at most 80 letters. */
export function excerpt(text: string): string {
  const most = 80
  // A letter is one or two code units: cut between letters, never inside one.
  const start = text.slice(0, 2 * most)
  return Array.from(start.slice(0, endOfLine(start, 0)))
    .slice(0, most)
    .join('')
}
