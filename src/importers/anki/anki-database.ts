import type { Database, SqlJsStatic, SqlValue } from 'sql.js'
import type { FileFault } from '#domain/importing/import-fault.ts'
import type { Result } from '#lib/result.ts'
import { fail } from '#lib/result.ts'
import { damaged } from '../file-faults.ts'
import { tooLarge } from '../tables/table-limits.ts'

/** The rows of a query, one at a time. Throws what SQLite finds wrong, and when there are more rows than `most`. */
export type Rows = (query: string, most: number) => Iterable<readonly SqlValue[]>

/**
 * Opens an SQLite file, gives its rows to `read`, and closes it in all cases.
 *
 * Nothing in the file is executed: one that has views, virtual tables or computed columns is refused as `damaged`, since Anki
 * makes none and what they compute has no end. Other faults: `damaged` for whatever SQLite throws and for a file whose rows hold
 * more text than the file is long, which a knot of pages can bring about; `tooLarge` for more rows than a query may have.
 */
export function readDatabase<T>(
  sqlite: SqlJsStatic,
  bytes: Uint8Array,
  tables: readonly string[],
  read: (rows: Rows) => Result<T, FileFault>,
): Result<T, FileFault> {
  if (!isSqlite(bytes)) return fail(damaged('not an SQLite file'))
  let database: Database | null = null
  try {
    database = new sqlite.Database(withoutWriteAheadLog(bytes))
    const rows = rowsOf(database, bytes.length)
    const objection = objectionTo(rows, tables)
    if (objection !== null) return fail(damaged(objection))
    forgetUnicase(database)
    return read(rows)
  } catch (error) {
    return fail(error === tooManyRows ? tooLarge(null, 'rows') : damaged(String(error)))
  } finally {
    close(database)
  }
}

function isSqlite(bytes: Uint8Array): boolean {
  return bytes.length >= 100 && new TextDecoder().decode(bytes.subarray(0, 16)) === 'SQLite format 3\0'
}

/**
 * Anki's packages say that they have a write-ahead log, which is not in the package, and sql.js has no shared memory to open
 * one with. Bytes 18 and 19 are the versions for writing and for reading: https://www.sqlite.org/fileformat.html#file_format_version_numbers
 */
function withoutWriteAheadLog(bytes: Uint8Array): Uint8Array {
  if (bytes[18] !== 2 && bytes[19] !== 2) return bytes
  const copy = bytes.slice()
  copy.fill(1, 18, 20)
  return copy
}

const tooManyRows = new Error('too many rows')

function rowsOf(database: Database, mostText: number): Rows {
  let text = 0
  return function* (query, most) {
    const statement = database.prepare(query)
    try {
      for (let count = 0; statement.step(); count++) {
        if (count === most) throw tooManyRows
        const row = statement.get()
        for (const value of row) text += typeof value === 'string' ? value.length : 0
        if (text > mostText) throw new Error('more text than bytes')
        yield row
      }
    } finally {
      statement.free()
    }
  }
}

const maxObjects = 1_000

/** Why the file is not one of plain tables, among them those that will be read; null when it is. */
function objectionTo(rows: Rows, tables: readonly string[]): string | null {
  for (const [type, name, sql] of rows('SELECT type, name, sql FROM sqlite_master', maxObjects)) {
    const isPlain =
      sql === null || (typeof sql === 'string' && /^create\s+(table|index|unique\s+index|trigger)\s/i.test(sql))
    if (!isPlain) return `${String(type)} ${String(name)}`
  }
  for (const table of tables) {
    for (const column of rows(`PRAGMA table_xinfo(${table})`, maxObjects)) {
      if (column[6] !== 0) return `computed column in ${table}`
    }
  }
  return null
}

/**
 * Names in Anki's tables are compared by `unicase`, which Anki brings along and sql.js cannot be given; without it SQLite finds no
 * way through some of those tables. Here nothing is compared, so it is taken out of our copy of the schema.
 */
function forgetUnicase(database: Database): void {
  database.run('PRAGMA writable_schema = ON')
  database.run("UPDATE sqlite_master SET sql = replace(sql, 'COLLATE unicase', '') WHERE sql LIKE '%COLLATE unicase%'")
  database.run('PRAGMA writable_schema = RESET')
}

/** After a fault of its own, sql.js may throw here too. */
function close(database: Database | null): void {
  try {
    database?.close()
  } catch {
    // The file system it lives in is the worker's, and goes with it.
  }
}
