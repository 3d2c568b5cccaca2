import { linesOf } from '../lines.ts'
import type { Start } from '../tables/records.ts'
import { readRecords } from '../tables/records.ts'

/** What the header lines of an Anki text file say of the notes after them. */
export interface AnkiHead {
  /** Whether any of its lines is one that only Anki writes. */
  readonly isAnki: boolean
  readonly separator: string
  readonly isHtml: boolean
  /** The names of the columns; none where it gives none. */
  readonly columns: readonly string[]
  /** What it says of all notes; empty where it says nothing. */
  readonly noteType: string
  readonly deck: string
  readonly tags: string
  /** The columns that are no fields, by their number, counted from 1; null where there is none. */
  readonly columnOf: Readonly<Record<SpecialColumn, number | null>>
  /** Where the notes begin. */
  readonly notes: Start
}

export const specialColumns = ['notetype', 'deck', 'tags', 'guid'] as const
export type SpecialColumn = (typeof specialColumns)[number]

/** By the name that a header gives them, in the order in which Anki looks for one where no header does. */
const separators: Readonly<Record<string, string>> = {
  tab: '\t',
  pipe: '|',
  semicolon: ';',
  colon: ':',
  comma: ',',
  space: ' ',
}

/** `#tags:` is not among them: people begin their own notes with it. */
const keysOfAnki = [
  ...['separator', 'html', 'columns', 'notetype', 'deck', 'if matches', 'match scope'],
  ...specialColumns.map((special) => `${special} column`),
]

/**
 * Reads the lines `#key:value` at the top of a text whose line breaks are LF, as Anki does: keys in any case, unknown
 * ones passed over, the last one of a kind counting, and the older `tags:` allowed as the first line. Without a
 * `#separator` it is the first of tab, pipe, semicolon, colon, comma and space that the first 8 KiB of the notes have.
 * https://docs.ankiweb.net/importing/text-files.html#file-headers
 */
export function readAnkiHead(text: string): AnkiHead {
  const said = new Map<string, string>()
  let notes: Start = { at: 0, line: 1 }
  for (const line of linesOf(text)) {
    const isOldTags = line.number === 1 && line.text.startsWith('tags:')
    if (!isOldTags && !line.text.startsWith('#')) break
    const [, key, value] = /^#?([^:]*):(.*)$/s.exec(line.text) ?? []
    if (key !== undefined && value !== undefined) said.set(key.trim().toLowerCase(), value)
    notes = { at: line.next, line: line.number + 1 }
  }
  const textOf = (key: string): string => (said.get(key) ?? '').trim()
  const separator = separatorCalled(said.get('separator') ?? '') ?? separatorFound(text, notes.at)
  return {
    isAnki: keysOfAnki.some((key) => said.has(key)),
    separator,
    isHtml: textOf('html').toLowerCase() === 'true',
    columns: namesIn(said.get('columns') ?? '', separator),
    noteType: textOf('notetype'),
    deck: textOf('deck'),
    tags: textOf('tags'),
    columnOf: {
      notetype: columnNumber(textOf('notetype column')),
      deck: columnNumber(textOf('deck column')),
      tags: columnNumber(textOf('tags column')),
      guid: columnNumber(textOf('guid column')),
    },
    notes,
  }
}

/** By its name, or by the character itself, which may be a blank. */
function separatorCalled(value: string): string | null {
  const name = value.trim().toLowerCase()
  if (Object.hasOwn(separators, name)) return separators[name] ?? null
  return Object.values(separators).find((separator) => separator === value) ?? null
}

function separatorFound(text: string, from: number): string {
  const start = text.slice(from, from + 8192)
  return Object.values(separators).find((separator) => start.includes(separator)) ?? ' '
}

/** None when the line is blank or breaks the rules of quoting. */
function namesIn(line: string, separator: string): readonly string[] {
  for (const record of readRecords(line, { separator, comment: null })) {
    if (record.kind === 'filled' && record.used > 0) return record.cells
  }
  return []
}

function columnNumber(value: string): number | null {
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null
}
