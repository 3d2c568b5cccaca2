import fc from 'fast-check'
import { expect, it } from 'vitest'
import { journalHead, journalLine, readJournal } from './journal.ts'
import type { JournalEntry } from './journal.ts'

const entries: readonly JournalEntry[] = [
  ...[{ part: 3 }, { part: 4, saved: 'aGFzaA==' }, { shard: 0, sha256: 'ab', md5: 'cd' }, { lost: 0 }],
  ...[{ unread: [2, 40] } as const, { part: 12 }],
]
const lines = [journalHead('print'), ...entries.map(journalLine)]
const whole = Uint8Array.from(lines.flatMap((line) => [...line]))

it('reads back what was written', () => {
  expect(readJournal(whole)).toEqual({ fingerprint: 'print', entries, wholeBytes: whole.length })
})

it('reads the whole lines of a journal that is cut anywhere', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length }), (cut) => {
      const found = readJournal(whole.subarray(0, cut))
      const kept = lines.map((_, at) => lines.slice(0, at + 1).reduce((sum, { length }) => sum + length, 0))
      const count = kept.filter((end) => end <= cut).length
      expect(found.wholeBytes).toBe(kept[count - 1] ?? 0)
      expect(found.entries).toEqual(entries.slice(0, Math.max(0, count - 1)))
    }),
  )
})

it('trusts nothing behind a line that it cannot read', () => {
  for (const line of ['\0\0\0\n', '{"part":-1}\n', '{"unread":[1]}\n', '{"else":1}\n', '7\n']) {
    const damaged = new TextEncoder().encode(`{"journal":1,"fingerprint":"p"}\n{"part":1}\n${line}{"part":2}\n`)
    expect(readJournal(damaged).entries).toEqual([{ part: 1 }])
  }
})

it('has no fingerprint without a head', () => {
  expect(readJournal(journalLine({ part: 1 }))).toEqual({ fingerprint: undefined, entries: [], wholeBytes: 0 })
})
