import type { SqlJsStatic } from 'sql.js'
import type { FileFault, RowFault } from '#domain/importing/import-fault.ts'
import type { Table, TableRow } from '#domain/importing/table.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { AnkiCollection, AnkiNote, NoteType } from './anki-collection.ts'
import { readCollection } from './anki-collection.ts'
import type { ZipEntry } from './anki-zip.ts'
import { unzipEntry, zipEntries } from './anki-zip.ts'
import { nameColumns } from '../tables/column-names.ts'
import { damaged, fileFault, unsupported } from '../file-faults.ts'
import { excerpt } from '../lines.ts'
import type { TablesResult } from '../reading.ts'
import { maxCells, tooLarge } from '../tables/table-limits.ts'
import { unzstd } from '../zstd.ts'

/** Bytes of a collection when it is unpacked. */
const maxCollection = 300_000_000

/** The newest first: beside it, Anki puts an older one that only says that Anki must be updated. */
const collections = ['collection.anki21b', 'collection.anki21', 'collection.anki2']

/** The newest form of a package that is known. A newer one would have another collection beside the one that says so. */
const newestVersion = 3

/** Whether the bytes begin as those of a zip file do. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/**
 * Reads the notes of an Anki package (`.apkg`, `.colpkg`), old or new, as one table for each note type that has any: its fields,
 * then "Tags", "Guid" and "Deck", the last part of its name. Cells are HTML; pictures and sounds stay in the package. Places are
 * notes, counted from 1 in the order of the whole package.
 *
 * Row faults: `syntax` for a note whose type is not in the package, or that has more or fewer fields than its type. File faults:
 * `damaged`, `unsupported` (an encrypted zip file, a newer package), `tooLarge` (300 MB, 200,000 notes), `empty`.
 *
 * @param sqlite loads sql.js; called once a collection has been unpacked
 */
export async function readAnkiPackage(bytes: Uint8Array, sqlite: () => Promise<SqlJsStatic>): Promise<TablesResult> {
  if (bytes.length === 0) return fail(fileFault('empty', ''))
  const database = collectionIn(bytes)
  if (!database.ok) return database
  try {
    const read = readCollection(await sqlite(), database.value)
    return read.ok ? tablesOf(read.value) : read
  } catch (error) {
    return fail(unsupported(String(error)))
  }
}

function collectionIn(bytes: Uint8Array): Result<Uint8Array, FileFault> {
  const entries = zipEntries(bytes)
  if (entries === null) return fail(damaged('zip'))
  const version = versionOf(bytes, entries)
  if (version > newestVersion) return fail(unsupported(`package version ${version}`))
  const found = collections.flatMap((name) => entries.filter((entry) => entry.name === name))
  const [newest] = found
  if (newest === undefined) return fail(fileFault('unknownFormat', 'collection.anki2'))
  const packed = unzipEntry(bytes, newest, maxCollection)
  if (!packed.ok) return fail(fileFault(packed.failure, newest.name))
  if (newest.name !== 'collection.anki21b') return packed
  const database = unzstd(packed.value, maxCollection)
  return database.ok ? database : fail(fileFault(database.failure, newest.name))
}

/** The file `meta` is a protobuf message whose first field is the version. Packages before 2.1.50 have none; that is 0. */
function versionOf(bytes: Uint8Array, entries: readonly ZipEntry[]): number {
  const meta = entries.find(({ name }) => name === 'meta')
  const content = meta === undefined ? null : unzipEntry(bytes, meta, 1_000)
  return content?.ok === true && content.value[0] === 8 ? (content.value[1] ?? 0) : 0
}

interface Sorted {
  readonly noteType: NoteType
  readonly rows: TableRow[]
}

function tablesOf({ noteTypes, notes }: AnkiCollection): TablesResult {
  const sorted = new Map<number, Sorted>()
  const faults: RowFault[] = []
  let cells = 0
  for (const [index, note] of notes.entries()) {
    const place = { unit: 'note', at: index + 1 } as const
    const noteType = noteTypes.get(note.noteType)
    if (noteType?.fields.length !== note.fields.length) {
      faults.push({ kind: 'syntax', place, detail: excerpt(note.fields.join(' ')) })
      continue
    }
    const row = { place, cells: cellsOf(note) }
    cells += row.cells.length
    if (cells > maxCells) return fail(tooLarge(place, `${maxCells} cells`))
    const known = sorted.get(note.noteType)
    if (known === undefined) sorted.set(note.noteType, { noteType, rows: [row] })
    else known.rows.push(row)
  }
  if (notes.length === 0) return fail(fileFault('empty', ''))
  if (sorted.size === 0) return fail(damaged('note types'))
  return succeed({ kind: 'tables', tables: [...sorted.values()].map(tableOf), faults })
}

function tableOf({ noteType, rows }: Sorted): Table {
  const columns = nameColumns([...noteType.fields, 'Tags', 'Guid', 'Deck'])
  return { name: noteType.name, columns, rows, markup: 'html' }
}

function cellsOf({ fields, tags, guid, deck }: AnkiNote): readonly string[] {
  return [...fields, tags, guid, deck]
}
