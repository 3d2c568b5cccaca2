import type { FileFault } from '#domain/importing/import-fault.ts'
import type { Place } from '#domain/importing/place.ts'
import { parseJson } from '#lib/json.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Line } from '../lines.ts'
import { excerpt, linesOf, withPlainBreaks } from '../lines.ts'

export type JsonRecord = Readonly<Record<string, unknown>>

/** A record of a JSON text, or what stands where one belongs. */
export type JsonEntry =
  | { readonly kind: 'record'; readonly place: Place; readonly record: JsonRecord }
  | { readonly kind: 'other'; readonly place: Place; readonly detail: string }

/**
 * Finds the records of a JSON text: a list of them, an object with one such list in it, JSON lines
 * (https://jsonlines.org), or a single record. They come one at a time. Lines are the places of JSON lines and of a
 * single record; in a list it is the number of the record.
 *
 * Faults: `empty`; `damaged` for JSON that breaks off; `unknownFormat` for what is not JSON, or has no records or
 * several lists.
 */
export function findJsonRecords(text: string): Result<Iterable<JsonEntry>, FileFault> {
  const plain = withPlainBreaks(text)
  const first = firstLine(plain)
  if (first === null) return fail({ kind: 'empty', place: null, detail: '' })
  const whole = parseJson(plain)
  if (!whole.ok) return areRecords(plain, first) ? succeed(inLines(plain)) : fail(notJson(first, whole.failure))
  if (Array.isArray(whole.value)) return fromList(whole.value)
  if (isRecord(whole.value)) return fromObject(whole.value, first)
  return fail({ kind: 'unknownFormat', place: null, detail: excerpt(first.text) })
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fromObject(value: JsonRecord, { number }: Line): Result<Iterable<JsonEntry>, FileFault> {
  const lists = listsOfRecords(value)
  // A list of options is part of one question: the object around it is a file of a single line.
  if (lists.length === 0 || lists.some(([name]) => /^(options|choices|answers)$/i.test(name))) {
    return succeed([{ kind: 'record', place: { unit: 'line', at: number }, record: value }])
  }
  // Beside its `rows`, the viewer of Hugging Face has a list of `features`.
  const [, list] = lists.find(([name]) => lists.length === 1 || name === 'rows') ?? []
  const names = lists.map(([name]) => name).join(', ')
  return list === undefined ? fail({ kind: 'unknownFormat', place: null, detail: excerpt(names) }) : fromList(list)
}

/** The members of an object that are lists with a record in them. */
function listsOfRecords(value: JsonRecord): readonly (readonly [string, readonly unknown[]])[] {
  return Object.entries(value).flatMap(([name, member]) =>
    Array.isArray(member) && member.some(isRecord) ? [[name, member] as const] : [],
  )
}

function fromList(list: readonly unknown[]): Result<Iterable<JsonEntry>, FileFault> {
  if (list.length === 0) return fail({ kind: 'empty', place: null, detail: '' })
  return list.some(isRecord) ? succeed(inList(list)) : fail({ kind: 'unknownFormat', place: null, detail: '' })
}

function* inList(list: readonly unknown[]): Generator<JsonEntry> {
  for (const [index, value] of list.entries()) {
    const place: Place = { unit: 'row', at: index + 1 }
    // A list within the list may be nested too deeply to be written out.
    const detail = typeof value === 'object' ? '' : excerpt(JSON.stringify(value))
    yield isRecord(value) ? { kind: 'record', place, record: value } : { kind: 'other', place, detail }
  }
}

function* inLines(text: string): Generator<JsonEntry> {
  for (const line of linesOf(text)) {
    if (line.text.trim() === '') continue
    const place: Place = { unit: 'line', at: line.number }
    const parsed = parseJson(line.text)
    yield parsed.ok && isRecord(parsed.value)
      ? { kind: 'record', place, record: parsed.value }
      : { kind: 'other', place, detail: excerpt(line.text) }
  }
}

/**
 * Whether a text that is no JSON is meant to be JSON lines: its first line, or at least half of them, go from brace to
 * brace. In a list or an object that breaks off, they go on or end with a comma.
 */
function areRecords(text: string, first: Line): boolean {
  if (isInBraces(first)) return true
  const written = { lines: 0, inBraces: 0 }
  for (const line of linesOf(text)) {
    if (line.text.trim() !== '') written.lines++
    if (isInBraces(line)) written.inBraces++
  }
  return written.inBraces * 2 >= written.lines
}

function isInBraces(line: Line): boolean {
  const text = line.text.trim()
  return text.startsWith('{') && text.endsWith('}')
}

function notJson(first: Line, why: string): FileFault {
  const begins = /^\s*[[{]/.test(first.text)
  return { kind: begins ? 'damaged' : 'unknownFormat', place: null, detail: excerpt(begins ? why : first.text) }
}

/** The first line with a word in it. */
function firstLine(text: string): Line | null {
  for (const line of linesOf(text)) if (line.text.trim() !== '') return line
  return null
}
