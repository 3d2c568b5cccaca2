import type { FileFault } from '#domain/importing/import-fault.ts'
import type { ImportFormat } from '#domain/importing/import-format.ts'
import type { Imported } from '#domain/importing/imported.ts'
import type { BankAbout } from '#domain/importing/look.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { SqlJsStatic } from 'sql.js'
import { readAiken } from './quiz-text/aiken.ts'
import { isZip, readAnkiPackage } from './anki/anki-package.ts'
import { readAnkiText } from './anki/anki-text.ts'
import { decodeText } from './decode-text.ts'
import { readDelimited } from './tables/delimited.ts'
import { detectTextFormat } from './detect-format.ts'
import { readGift } from './quiz-text/gift.ts'
import { readJsonTable } from './tables/json-table.ts'
import { readMoodleXml } from './moodle/moodle-xml.ts'
import { readOwnBank } from './own-bank.ts'
import { isParquet, readParquet } from './parquet/parquet.ts'
import type { DraftsRead, TablesRead } from './reading.ts'

/** Bytes of a file that are taken; a bank of 20,000 long questions has half of it. */
export const mostBytes = 100 * 2 ** 20

/** Questions that came as questions: of our own format nothing has to be guessed. */
export interface QuestionsRead {
  readonly kind: 'questions'
  readonly imported: Imported
}

export interface FileRead {
  readonly format: ImportFormat
  readonly content: TablesRead | DraftsRead | QuestionsRead
  readonly about: BankAbout | null
}

/** Reads a file of any of the formats, by what is in it. */
export async function readFile(
  bytes: ArrayBuffer,
  fileName: string,
  sqlite: () => Promise<SqlJsStatic>,
): Promise<Result<FileRead, FileFault>> {
  if (bytes.byteLength > mostBytes) return fail({ kind: 'tooLarge', place: null, detail: fileName })
  const seen = new Uint8Array(bytes)
  if (isParquet(seen)) return of('parquet', await readParquet(bytes))
  if (isZip(seen)) return of('ankiPackage', await readAnkiPackage(seen, sqlite))
  const decoded = decodeText(seen)
  return decoded.ok ? readText(decoded.value.text, fileName) : decoded
}

function readText(text: string, fileName: string): Result<FileRead, FileFault> {
  const format = detectTextFormat(text, fileName)
  switch (format) {
    case null:
      return fail({ kind: 'unknownFormat', place: null, detail: fileName })
    case 'bank':
      return readOwnBank(text)
    case 'json':
      return of(format, readJsonTable(text))
    case 'delimited':
      return of(format, readDelimited(text))
    case 'ankiText':
      return of(format, readAnkiText(text))
    case 'gift':
      return of(format, readGift(text))
    case 'aiken':
      return of(format, readAiken(text))
    case 'moodleXml':
      return of(format, readMoodleXml(text))
    case 'parquet':
    case 'ankiPackage':
      throw new Error(`${format} is no text`)
  }
}

function of(format: ImportFormat, read: Result<TablesRead | DraftsRead, FileFault>): Result<FileRead, FileFault> {
  return read.ok ? succeed({ format, content: read.value, about: null }) : read
}
