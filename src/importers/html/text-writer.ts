/** Writes lines of plain text as a browser would set them: at most one blank line in a row, none at the beginning. */
export interface TextWriter {
  /** Puts text on the line; any run of blanks in it is one space, as HTML has it. */
  write(text: string): void
  /** Puts text as it is, its line breaks and blank lines kept. */
  writeAsIs(text: string): void
  /** What is written next begins a line. */
  endLine(): void
  /** Ends the line even if it is empty: two of them leave a blank line. */
  breakLine(): void
  /** What is written next has a blank line before it. */
  leaveBlank(): void
  /** What is written next begins with this: the mark of a list item. */
  startWith(mark: string): void
  /** Ends the last line; nothing can be written afterwards. */
  lines(): readonly string[]
}

export function openTextWriter(): TextWriter {
  const lines: string[] = []
  let line: string[] = []
  let mark = ''
  let isSpaceDue = false
  let isBlankDue = false

  const blank = (): void => {
    if (lines.length > 0 && lines.at(-1) !== '') lines.push('')
  }
  const put = (text: string): void => {
    if (line.length === 0) {
      if (isBlankDue) blank()
      isBlankDue = false
      if (mark !== '') line.push(mark)
      mark = ''
    } else if (isSpaceDue) line.push(' ')
    isSpaceDue = false
    line.push(text)
  }
  const takeLine = (): string => {
    const text = line.join('').replaceAll('\u00a0', ' ').trimEnd()
    line = []
    isSpaceDue = false
    return text
  }
  const endLine = (): void => {
    if (line.length === 0) return
    const text = takeLine()
    if (text === '') blank()
    else lines.push(text)
  }

  return {
    write(text) {
      const words = text.replace(/[ \t\n]+/g, ' ')
      if (words.startsWith(' ')) isSpaceDue = true
      const core = words.slice(words.startsWith(' ') ? 1 : 0, words.endsWith(' ') ? -1 : undefined)
      if (core === '') return
      put(core)
      if (words.endsWith(' ')) isSpaceDue = true
    },
    writeAsIs(text) {
      for (const [index, piece] of text.split('\n').entries()) {
        if (index > 0 && (line.length > 0 || lines.length > 0)) lines.push(takeLine())
        if (piece !== '') put(piece)
      }
    },
    endLine,
    breakLine() {
      if (line.length === 0) blank()
      else endLine()
    },
    leaveBlank() {
      isBlankDue = true
    },
    startWith(text) {
      mark = text
    },
    lines() {
      endLine()
      return lines
    },
  }
}
