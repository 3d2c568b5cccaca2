import { parseJson } from '#lib/json.ts'
import { isCount, isObject } from './plain-json.ts'

/** The journal's file on the workbench. */
export const journalName = 'journal.jsonl'

/** What a run has done, one line of JSON each, appended only after what it says is flushed. */
export type JournalEntry =
  /** `saved` is where the hash of the part's file stands behind it; the last part of a file says that it came out right. */
  | { readonly part: number; readonly saved?: string }
  | { readonly shard: number; readonly sha256: string; readonly md5: string }
  /** Takes back a shard, and with it every part that wrote to it: its scratch or finished file is gone. */
  | { readonly lost: number }
  /** Takes back parts of one hashed file, from the first up to the second: they have to be read and hashed anew. */
  | { readonly unread: readonly [number, number] }

export interface Journal {
  /** Of the conversion that the journal is about; undefined where it does not say. */
  readonly fingerprint: string | undefined
  readonly entries: readonly JournalEntry[]
  /** Bytes up to the end of the last whole line; what follows is torn. */
  readonly wholeBytes: number
}

export function journalHead(fingerprint: string): Uint8Array<ArrayBuffer> {
  return encode({ journal: 1, fingerprint })
}

export function journalLine(entry: JournalEntry): Uint8Array<ArrayBuffer> {
  return encode(entry)
}

/** Reads up to the first line that is not whole. */
export function readJournal(bytes: Uint8Array): Journal {
  let fingerprint: string | undefined
  const entries: JournalEntry[] = []
  let wholeBytes = 0
  for (;;) {
    const end = bytes.indexOf(newline, wholeBytes)
    if (end === -1) break
    const parsed = parseJson(new TextDecoder().decode(bytes.subarray(wholeBytes, end)))
    if (!parsed.ok) break
    if (wholeBytes === 0) {
      fingerprint = readHead(parsed.value)
      if (fingerprint === undefined) break
    } else {
      const entry = readEntry(parsed.value)
      if (entry === undefined) break
      entries.push(entry)
    }
    wholeBytes = end + 1
  }
  return { fingerprint, entries, wholeBytes }
}

const newline = 10

function encode(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`)
}

function readHead(value: unknown): string | undefined {
  if (!isObject(value) || value['journal'] !== 1 || typeof value['fingerprint'] !== 'string') return undefined
  return value['fingerprint']
}

function readEntry(value: unknown): JournalEntry | undefined {
  if (!isObject(value)) return undefined
  const { part, saved, shard, lost, unread, sha256, md5 } = value
  if (isCount(part)) return typeof saved === 'string' ? { part, saved } : { part }
  if (isCount(lost)) return { lost }
  if (Array.isArray(unread)) {
    const [from, to] = unread as readonly unknown[]
    return isCount(from) && isCount(to) ? { unread: [from, to] } : undefined
  }
  if (isCount(shard) && typeof sha256 === 'string' && typeof md5 === 'string') return { shard, sha256, md5 }
  return undefined
}
