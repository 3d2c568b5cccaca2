import { spansOf } from './conversion-part.ts'
import type { JournalEntry } from './journal.ts'
import type { ConversionPlan, HashedFile } from './plan.ts'

export interface ShardDigests {
  readonly sha256: string
  readonly md5: string
}

/** What a journal amounts to. The one place that changes it is `note`. */
export interface ConversionLedger {
  isDone(part: number): boolean
  /** Whether the part still has to write to the shard: what other shards have of it stays as it is. */
  owes(part: number, shard: number): boolean
  /** Of a shard that is finished. */
  digestsOf(shard: number): ShardDigests | undefined
  /** Of a shard that was finished and got lost: what it has to come to again. */
  promiseOf(shard: number): ShardDigests | undefined
  /** All parts have written to the shard. */
  isWritten(shard: number): boolean
  /** It can be finished: it is written, not finished yet, and what it was made of is known to be right. */
  isWhole(shard: number): boolean
  /** Bytes that a shard's scratch file has at least, by the parts that are done. */
  reachOf(shard: number): number
  /** The first part of a file that is not hashed, and the hash as it was saved before that part. */
  hashedTo(file: HashedFile): { readonly part: number; readonly saved: string | undefined }
  note(entry: JournalEntry): void
  progress(): ConversionProgress
}

export interface ConversionProgress {
  readonly partsDone: number
  readonly parts: number
  readonly sourceBytesDone: number
  readonly sourceBytes: number
  readonly shardsDone: number
  readonly shards: number
}

export function openLedger(
  { parts, shards, hashed, totals }: ConversionPlan,
  entries: readonly JournalEntry[],
): ConversionLedger {
  const spans = parts.map(spansOf)
  const partsOf = shards.map((): Set<number> => new Set())
  spans.forEach((places, part) => {
    for (const { shard } of places) partsOf[shard]?.add(part)
  })
  const hashedFilesOf = partsOf.map((of) => hashed.filter(({ first, end }) => [...of].some(isBetween(first, end))))
  const done = new Set<number>()
  /** The parts whose writes a shard has, by the shard. */
  const written = shards.map((): Set<number> => new Set())
  const digests = new Map<number, ShardDigests>()
  const promises = new Map<number, ShardDigests>()
  /** The hash of a file behind a part, by the part. */
  const saved = new Map<number, string>()
  const nextToHash = new Map(hashed.map(({ file, first }) => [file, first]))

  const notePart = ({ part, saved: hash }: Extract<JournalEntry, { part: number }>): void => {
    done.add(part)
    for (const { shard } of spans[part] ?? []) written[shard]?.add(part)
    const file = parts[part]?.file ?? ''
    if (nextToHash.get(file) === part) nextToHash.set(file, part + 1)
    if (hash !== undefined) saved.set(part, hash)
  }
  const noteShard = ({ shard, sha256, md5 }: Extract<JournalEntry, { shard: number }>): void => {
    digests.set(shard, { sha256, md5 })
    promises.delete(shard)
  }
  const noteLost = (shard: number): void => {
    const finished = digests.get(shard)
    if (finished !== undefined) promises.set(shard, finished)
    digests.delete(shard)
    written[shard]?.clear()
    for (const part of partsOf[shard] ?? []) done.delete(part)
  }
  const noteUnread = ([from, to]: readonly [number, number]): void => {
    for (let part = from; part < Math.min(to, parts.length); part += 1) {
      done.delete(part)
      // A shard is finished only when its files are known to be right, so it has nothing to fear from this one.
      for (const { shard } of spans[part] ?? []) if (!digests.has(shard)) written[shard]?.delete(part)
    }
    const file = parts[from]?.file ?? ''
    nextToHash.set(file, Math.min(from, nextToHash.get(file) ?? from))
  }
  const note = (entry: JournalEntry): void => {
    if ('part' in entry) notePart(entry)
    else if ('shard' in entry) noteShard(entry)
    else if ('lost' in entry) noteLost(entry.lost)
    else noteUnread(entry.unread)
  }
  entries.forEach(note)

  const isWritten = (shard: number): boolean => written[shard]?.size === partsOf[shard]?.size
  const isHashed = ({ file, end }: HashedFile): boolean => nextToHash.get(file) === end
  return {
    isDone: (part) => done.has(part),
    owes: (part, shard) => !digests.has(shard) && written[shard]?.has(part) === false,
    digestsOf: (shard) => digests.get(shard),
    promiseOf: (shard) => promises.get(shard),
    isWritten,
    isWhole: (shard) =>
      !digests.has(shard) &&
      isWritten(shard) &&
      (promises.has(shard) || (hashedFilesOf[shard] ?? []).every((file) => isHashed(file))),
    reachOf: (shard) =>
      [...(written[shard] ?? [])]
        .flatMap((part) => spans[part] ?? [])
        .filter((place) => place.shard === shard)
        .reduce((reach, { offset, bytes }) => Math.max(reach, offset + bytes), 0),
    hashedTo({ file, first }) {
      const part = nextToHash.get(file) ?? first
      return { part, saved: saved.get(part - 1) }
    },
    note,
    progress: () => ({
      ...{ partsDone: done.size, parts: parts.length, shardsDone: digests.size, shards: shards.length },
      sourceBytesDone: [...done].reduce((sum, at) => sum + partBytes(parts[at]), 0),
      sourceBytes: totals.sourceBytes,
    }),
  }
}

function isBetween(from: number, to: number): (part: number) => boolean {
  return (part) => part >= from && part < to
}

function partBytes(part: { readonly begin: number; readonly end: number } | undefined): number {
  return part === undefined ? 0 : part.end - part.begin
}
