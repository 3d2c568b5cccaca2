import type { ConversionPlan } from './plan.ts'
import type { Place } from './conversion-part.ts'
import { spansOf } from './conversion-part.ts'
import type { JournalEntry } from './journal.ts'

export interface ShardDigests {
  readonly sha256: string
  readonly md5: string
}

/** What a journal amounts to. The one place that changes it is `note`. */
export interface ConversionLedger {
  isDone(part: number): boolean
  digestsOf(shard: number): ShardDigests | undefined
  /** Parts that still have to write to the shard. */
  missing(shard: number): number
  /** Bytes that a shard's scratch file has at least, by the parts that are done. */
  reachOf(shard: number): number
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
  { parts, shards, totals }: ConversionPlan,
  entries: readonly JournalEntry[],
): ConversionLedger {
  const spans = parts.map(spansOf)
  const partsOf = shards.map((): Set<number> => new Set())
  spans.forEach((places, part) => {
    for (const { shard } of places) partsOf[shard]?.add(part)
  })
  const done = new Set<number>()
  const digests = new Map<number, ShardDigests>()
  const missing = (shard: number): number => [...(partsOf[shard] ?? [])].filter((part) => !done.has(part)).length
  const note = (entry: JournalEntry): void => {
    if ('part' in entry) done.add(entry.part)
    else if ('shard' in entry) digests.set(entry.shard, { sha256: entry.sha256, md5: entry.md5 })
    else {
      digests.delete(entry.lost)
      for (const part of partsOf[entry.lost] ?? []) done.delete(part)
    }
  }
  entries.forEach(note)
  return {
    isDone: (part) => done.has(part),
    digestsOf: (shard) => digests.get(shard),
    missing,
    reachOf: (shard) =>
      [...(partsOf[shard] ?? [])]
        .filter((part) => done.has(part))
        .flatMap((part) => spans[part] ?? [])
        .filter((place: Place) => place.shard === shard)
        .reduce((reach, { offset, bytes }) => Math.max(reach, offset + bytes), 0),
    note,
    progress: () => ({
      ...{ partsDone: done.size, parts: parts.length, shardsDone: digests.size, shards: shards.length },
      sourceBytesDone: [...done].reduce((sum, at) => sum + partBytes(parts[at]), 0),
      sourceBytes: totals.sourceBytes,
    }),
  }
}

function partBytes(part: { readonly begin: number; readonly end: number } | undefined): number {
  return part === undefined ? 0 : part.end - part.begin
}
