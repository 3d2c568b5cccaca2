import type { RowFault } from '#domain/importing/import-fault.ts'
import type { Place } from '#domain/importing/place.ts'
import { endOfLine, excerpt } from '../lines.ts'
import { maxColumns } from './table-limits.ts'

/** One record of a delimited text, or the place where one breaks the rules of quoting. Lines are counted from 1. */
export type TextRecord = FilledRecord | BrokenRecord

export interface FilledRecord {
  readonly kind: 'filled'
  /** The line it begins in; quoted cells may run over several. */
  readonly line: number
  /** Its first cells, at most as many as a table may have columns. */
  readonly cells: readonly string[]
  /** How many cells it has in all. */
  readonly count: number
  /** How many are left when the blank ones at its end are dropped; 0 for a record without a word. */
  readonly used: number
}

export interface BrokenRecord {
  readonly kind: 'broken'
  /** The line of the quote that is not closed, or that closes in the middle of a cell. */
  readonly line: number
  /** The text from that quote on, cut short. */
  readonly detail: string
}

export interface RecordForm {
  /** One character, neither a quote nor a line break. */
  readonly separator: string
  /** What a line begins with that is no record; null where every line is one. */
  readonly comment: string | null
}

/** The beginning of a line: where in the text, and its number. */
export interface Start {
  readonly at: number
  readonly line: number
}

/**
 * The records of a delimited text whose line breaks are LF, by RFC 4180: a cell that begins with a quote ends with one,
 * and has a quote within it written twice. As spreadsheets do, it takes a quote within a cell that does not begin with
 * one as a letter, and lets blanks stand after a closing quote.
 *
 * A cell that is not closed would swallow the file, so the line that it begins in is given up and reading goes on in
 * the next one. That keeps the time linear: what a given-up quote was looking for is an odd run of quotes, of which
 * each can end one such search and begin one. (papaparse looks on through the whole file, and on 120 KB of stray quotes
 * and blanks takes seconds, four times as many for twice the text.)
 */
export function* readRecords(
  text: string,
  { separator, comment }: RecordForm,
  start: Start = { at: 0, line: 1 },
): Generator<TextRecord> {
  let { at, line } = start
  while (at < text.length) {
    if (text[at] === '\n' || (comment !== null && text.startsWith(comment, at))) {
      at = endOfLine(text, at) + 1
      line += 1
      continue
    }
    const found = scanRecord(text, at, separator)
    yield found.quote === null
      ? { kind: 'filled', line, cells: found.cells, count: found.count, used: found.used }
      : { kind: 'broken', line: line + breaksIn(text, at, found.quote), detail: excerpt(text.slice(found.quote)) }
    line += breaksIn(text, at, found.next)
    at = found.next
  }
}

/** The records that have a word in them, and the broken ones. */
export function* written(records: Iterable<TextRecord>): Generator<TextRecord, undefined> {
  for (const record of records) if (record.kind === 'broken' || record.used > 0) yield record
}

export function placeOf(record: TextRecord): Place {
  return { unit: 'line', at: record.line }
}

/** The fault of a record that is broken, or has too few or too many cells. */
export function syntaxFault(record: TextRecord, separator: string): RowFault {
  const detail = record.kind === 'broken' ? record.detail : excerpt(record.cells.join(separator))
  return { kind: 'syntax', place: placeOf(record), detail }
}

/** The cells brought to a length: blank ones where there are none, and none beyond it. */
export function padded(cells: readonly (string | undefined)[], length: number): readonly string[] {
  return Array.from({ length }, (_, index) => cells[index] ?? '')
}

interface Scan extends Pick<FilledRecord, 'cells' | 'count' | 'used'> {
  /** The quote at which it breaks; null when it is whole. */
  readonly quote: number | null
  /** Where the next record begins. */
  readonly next: number
}

function scanRecord(text: string, start: number, separator: string): Scan {
  const cells: string[] = []
  let count = 0
  let used = 0
  for (let at = start; ;) {
    const cell = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator)
    if (cell === null) return { cells, count, used, quote: at, next: endOfLine(text, at) + 1 }
    count += 1
    if (count <= maxColumns) cells.push(cell.text)
    if (cell.text.trim() !== '') used = count
    if (text[cell.end] !== separator) return { cells, count, used, quote: null, next: cell.end + 1 }
    at = cell.end + 1
  }
}

/** A cell, and the separator, the line break or the end of the text that follows it. */
interface Cell {
  readonly text: string
  readonly end: number
}

function plainCell(text: string, start: number, separator: string): Cell {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end++
  return { text: text.slice(start, end), end }
}

/** Null when the cell is not closed, or when there is more of it after its closing quote. */
function quotedCell(text: string, start: number, separator: string): Cell | null {
  let quote = text.indexOf('"', start + 1)
  while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2)
  if (quote === -1) return null
  let end = quote + 1
  while (text[end] !== separator && (text[end] === ' ' || text[end] === '\t')) end++
  const closed = end === text.length || text[end] === separator || text[end] === '\n'
  return closed ? { text: text.slice(start + 1, quote).replaceAll('""', '"'), end } : null
}

function breaksIn(text: string, start: number, end: number): number {
  let breaks = 0
  for (let at = start; at < end; at++) if (text[at] === '\n') breaks++
  return breaks
}
