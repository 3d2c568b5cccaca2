import { openTextWriter } from './text-writer.ts'
import type { TextWriter } from './text-writer.ts'

/** Empty cells that one cell may stand for: a file cannot make a table of thousands of columns out of a number. */
const widestCell = 30

/** The table that is being read. A table within one of its cells is text of that cell. */
export interface TableWriter {
  startRow(): void
  /** @param colspan as the attribute is written */
  startCell(colspan: string | undefined): void
  endCell(): void
  /** Where the text of the open cell goes; null outside of cells. */
  cell(): TextWriter | null
  /** `| a | b |`, the line of the head below the first row; nothing for a table without cells. */
  lines(): readonly string[]
}

export function openTableWriter(): TableWriter {
  const rows: string[][] = []
  let row: string[] = []
  let cell: TextWriter | null = null
  let width = 1

  const endCell = (): void => {
    if (cell === null) return
    row.push(onOneLine(cell.lines()), ...Array<string>(width - 1).fill(''))
    cell = null
  }
  const startRow = (): void => {
    endCell()
    if (row.length > 0) rows.push(row)
    row = []
  }

  return {
    startRow,
    startCell(colspan) {
      endCell()
      cell = openTextWriter()
      width = widthOf(colspan)
    },
    endCell,
    cell: () => cell,
    lines() {
      startRow()
      return rows.flatMap((cells, index) => (index === 0 ? [rowLine(cells), headLine(cells.length)] : [rowLine(cells)]))
    },
  }
}

function onOneLine(lines: readonly string[]): string {
  return lines.join(' ').replace(/\s+/g, ' ').trim().replaceAll('|', '\\|')
}

function widthOf(colspan: string | undefined): number {
  const width = Number(colspan)
  return Number.isInteger(width) ? Math.min(Math.max(width, 1), widestCell) : 1
}

function rowLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function headLine(columns: number): string {
  return `|${'---|'.repeat(columns)}`
}
