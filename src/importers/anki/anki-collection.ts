import type { SqlJsStatic, SqlValue } from 'sql.js'
import type { FileFault } from '#domain/importing/import-fault.ts'
import { parseJson } from '#lib/json.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Rows } from './anki-database.ts'
import { readDatabase } from './anki-database.ts'
import { damaged } from '../file-faults.ts'
import type { JsonRecord } from '../tables/json-records.ts'
import { isRecord } from '../tables/json-records.ts'
import { maxColumns, maxRows, tooLarge } from '../tables/table-limits.ts'

/** What of an Anki collection is read: its notes, what their fields are called, and where they are filed. */
export interface AnkiCollection {
  readonly noteTypes: ReadonlyMap<number, NoteType>
  /** In the order in which they were made. */
  readonly notes: readonly AnkiNote[]
}

export interface NoteType {
  readonly name: string
  /** In their order. */
  readonly fields: readonly string[]
}

export interface AnkiNote {
  readonly noteType: number
  readonly guid: string
  /** Between blanks. */
  readonly tags: string
  /** HTML. */
  readonly fields: readonly string[]
  /** The deck of its first card, by its own name without those above it; empty where it has no card. */
  readonly deck: string
}

/**
 * Reads the notes of an Anki collection, an SQLite file of schema 11 (note types and decks are JSON in the table `col`) or
 * of 15 to 18 (they are tables).
 * https://github.com/ankitects/anki/tree/main/rslib/src/storage
 *
 * Faults: `damaged`, and `tooLarge` for more than 200,000 notes, 1,000,000 cards, or 200 fields of a note type.
 */
export function readCollection(sqlite: SqlJsStatic, bytes: Uint8Array): Result<AnkiCollection, FileFault> {
  const tables = ['col', 'notes', 'cards', 'notetypes', 'fields', 'decks']
  return readDatabase(sqlite, bytes, tables, (rows) => {
    const names = new Set(
      Array.from(rows("SELECT name FROM sqlite_master WHERE type = 'table'", maxNames), ([name]) => name),
    )
    const found = names.has('notetypes') ? namesInTables(rows) : namesInJson(rows)
    if (found === null) return fail(damaged('note types'))
    if ([...found.noteTypes.values()].some(({ fields }) => fields.length > maxColumns)) {
      return fail(tooLarge(null, `${maxColumns} fields`))
    }
    const deckOf = decksOfNotes(rows, found.decks)
    const notes: AnkiNote[] = []
    for (const [id, noteType, guid, tags, fields] of rows(allNotes, maxRows)) {
      notes.push({
        noteType: Number(noteType),
        guid: textOf(guid),
        tags: textOf(tags).trim(),
        fields: textOf(fields).split('\x1f'),
        deck: deckOf.get(Number(id)) ?? '',
      })
    }
    return succeed({ noteTypes: found.noteTypes, notes })
  })
}

const maxNames = 100_000
const maxCards = 1_000_000

const allNotes = 'SELECT id, mid, guid, tags, flds FROM notes'
const allCards = 'SELECT nid, ord, CASE odid WHEN 0 THEN did ELSE odid END FROM cards'

interface Names {
  readonly noteTypes: ReadonlyMap<number, NoteType>
  readonly decks: ReadonlyMap<number, string>
}

interface Field {
  readonly order: number
  readonly name: string
}

/** Schema 15 and after: decks that stand above a deck are set apart by \x1f. */
function namesInTables(rows: Rows): Names {
  const fields = new Map<number, Field[]>()
  for (const [noteType, order, name] of rows('SELECT ntid, ord, name FROM fields', maxNames)) {
    const known = fields.get(Number(noteType)) ?? []
    known.push({ order: Number(order), name: textOf(name) })
    fields.set(Number(noteType), known)
  }
  const noteTypes = new Map<number, NoteType>()
  for (const [id, name] of rows('SELECT id, name FROM notetypes', maxNames)) {
    noteTypes.set(Number(id), { name: textOf(name), fields: inOrder(fields.get(Number(id)) ?? []) })
  }
  const decks = new Map<number, string>()
  for (const [id, name] of rows('SELECT id, name FROM decks', maxNames)) {
    decks.set(Number(id), lastPart(textOf(name), '\x1f'))
  }
  return { noteTypes, decks }
}

/** Schema 11: decks that stand above a deck are set apart by `::`. */
function namesInJson(rows: Rows): Names | null {
  const [first] = rows('SELECT models, decks FROM col', 1)
  const noteTypes = new Map<number, NoteType>()
  for (const [id, model] of recordsIn(first?.[0])) {
    const fields = Array.isArray(model['flds']) ? model['flds'].filter(isRecord) : []
    const named = fields.map((field) => ({ order: Number(field['ord']), name: plainText(field['name']) }))
    noteTypes.set(Number(id), { name: plainText(model['name']), fields: inOrder(named) })
  }
  const decks = recordsIn(first?.[1]).map(
    ([id, deck]) => [Number(id), lastPart(plainText(deck['name']), '::')] as const,
  )
  return noteTypes.size === 0 ? null : { noteTypes, decks: new Map(decks) }
}

/** A card of a filtered deck has its home in `odid`. */
function decksOfNotes(rows: Rows, decks: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
  const firstOrder = new Map<number, number>()
  const deckOf = new Map<number, string>()
  for (const [note, order, deck] of rows(allCards, maxCards)) {
    const [id, place] = [Number(note), Number(order)]
    if (place >= (firstOrder.get(id) ?? Infinity)) continue
    firstOrder.set(id, place)
    deckOf.set(id, decks.get(Number(deck)) ?? '')
  }
  return deckOf
}

function inOrder(fields: readonly Field[]): readonly string[] {
  return [...fields].sort((a, b) => a.order - b.order).map(({ name }) => name)
}

function lastPart(name: string, separator: string): string {
  return name.split(separator).at(-1) ?? name
}

/** The records of a JSON record, by their keys. None where it is no such thing. */
function recordsIn(json: SqlValue | undefined): readonly (readonly [string, JsonRecord])[] {
  const parsed = parseJson(typeof json === 'string' ? json : '')
  if (!parsed.ok || !isRecord(parsed.value)) return []
  return Object.entries(parsed.value).flatMap(([key, value]) => (isRecord(value) ? [[key, value] as const] : []))
}

function plainText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function textOf(value: SqlValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
