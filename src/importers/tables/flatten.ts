import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { maxColumns } from './table-limits.ts'

/** A cell's text under the path that leads to it, as in `options.0.text`. */
export type NamedCell = readonly [path: string, text: string]

/** Names on the way to a value: `options.0.text` has three. */
const maxDepth = 5
/** A long name over many values would be written out once for each of them. */
const maxPathLength = 500

/**
 * The values of a record as cells: those of records within it, and of lists of records, under the path to them. A list of plain
 * values is one cell, written as JSON writes it: files have lists of hundreds of words, and options as a list. What is null is
 * a blank cell, numbers and truth values are written as JSON writes them, and an empty list has no cell.
 *
 * Fails with what there is too much of: more than 200 cells, 5 levels, or 500 letters of a path.
 */
export function flatten(record: object): Result<readonly NamedCell[], string> {
  const cells: NamedCell[] = []
  const excess = collect(record, [], cells)
  return excess === null ? succeed(cells) : fail(excess)
}

/** Adds the cells of a value. Says what is too much, or null. */
function collect(value: unknown, path: readonly string[], cells: NamedCell[]): string | null {
  const name = path.join('.')
  if (name.length > maxPathLength) return `${maxPathLength} letters`
  if (typeof value !== 'object' || value === null || isPlainList(value)) {
    if (cells.length === maxColumns) return `${maxColumns} columns`
    cells.push([name, textOf(value)])
    return null
  }
  for (const [key, inner] of children(value)) {
    if (path.length === maxDepth) return `${maxDepth} levels: ${name}`
    const excess = collect(inner, [...path, key], cells)
    if (excess !== null) return excess
  }
  return null
}

function isPlainList(value: object): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one !== 'object' || one === null)
}

/** One at a time: a list may be far longer than what is taken of it. */
function* children(value: object): Generator<readonly [string, unknown]> {
  if (Array.isArray(value)) for (let index = 0; index < value.length; index++) yield [String(index), value[index]]
  else for (const key of Object.keys(value)) yield [key, (value as Record<string, unknown>)[key]]
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return value === null ? '' : JSON.stringify(value)
}
