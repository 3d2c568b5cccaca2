import type { ConversionLedger } from './conversion-ledger.ts'
import { openLedger } from './conversion-ledger.ts'
import { spansOf } from './conversion-part.ts'
import type { Finished, WorkFile, Workbench } from './conversion-ports.ts'
import type { JournalEntry } from './journal.ts'
import { journalHead, journalLine, journalName, readJournal } from './journal.ts'
import type { ConversionPlan } from './plan.ts'
import { isScratch, scratchName } from './scratch.ts'

/** The journal on the workbench and what it amounts to, which never differ. */
export interface JournalFile {
  readonly ledger: ConversionLedger
  /** Returns when the entry is flushed; what it says must be so by then. */
  note(entry: JournalEntry): void
  close(): void
}

/**
 * Takes up the journal of this very conversion, or begins one: a journal of another conversion goes, with its scratch
 * files. What the journal says is done and is no longer there is taken back.
 */
export async function openJournal(
  needs: { readonly workbench: Workbench; readonly finished: Finished<unknown> },
  plan: ConversionPlan,
  fingerprint: string,
): Promise<JournalFile> {
  const file = await needs.workbench.open(journalName)
  const found = readJournal(file.read(0, file.size()))
  const isOurs = found.fingerprint === fingerprint
  if (!isOurs) await beginAnew(needs.workbench, file, fingerprint)
  else if (found.wholeBytes < file.size()) {
    file.truncate(found.wholeBytes)
    file.flush()
  }
  const ledger = openLedger(plan, isOurs ? found.entries : [])
  const note = (entry: JournalEntry): void => {
    file.write(file.size(), journalLine(entry))
    file.flush()
    ledger.note(entry)
  }
  for (const lost of await lostShards(needs, plan, ledger)) {
    for (const unread of unreadWithout(lost, plan, ledger)) note({ unread })
    note({ lost })
  }
  for (const { index } of plan.shards)
    if (ledger.digestsOf(index) !== undefined) await needs.workbench.remove(scratchName(index))
  return { ledger, note, close: () => file.close() }
}

async function beginAnew(workbench: Workbench, file: WorkFile, fingerprint: string): Promise<void> {
  for (const { name } of await workbench.list()) if (isScratch(name)) await workbench.remove(name)
  file.truncate(0)
  // Flushed before the head is written, or a crash could leave the old entries under the new head.
  file.flush()
  file.write(0, journalHead(fingerprint))
  file.flush()
}

/** Shards whose finished file is gone, or whose scratch file is shorter than what was written to it. */
async function lostShards(
  { workbench, finished }: { readonly workbench: Workbench; readonly finished: Finished<unknown> },
  { shards }: ConversionPlan,
  ledger: ConversionLedger,
): Promise<readonly number[]> {
  const sizes = new Map((await workbench.list()).map(({ name, bytes }) => [name, bytes]))
  const lost: number[] = []
  for (const { index, name, bytes } of shards) {
    const isThere =
      ledger.digestsOf(index) === undefined
        ? (sizes.get(scratchName(index)) ?? 0) >= ledger.reachOf(index)
        : await finished.has(name, bytes)
    if (!isThere) lost.push(index)
  }
  return lost
}

/**
 * Parts that a lost scratch file takes with it beyond those that wrote to it: a hash does not go on in the middle, so
 * from the first of them on their file is hashed again. A shard that was finished before is proven by its own digest.
 */
function unreadWithout(
  shard: number,
  { parts, hashed }: ConversionPlan,
  ledger: ConversionLedger,
): readonly (readonly [number, number])[] {
  if (ledger.digestsOf(shard) !== undefined || ledger.promiseOf(shard) !== undefined) return []
  return hashed.flatMap((file) => {
    const written = parts.slice(file.first, ledger.hashedTo(file).part)
    const from = written.find((part) => spansOf(part).some((span) => span.shard === shard))
    return from === undefined ? [] : [[from.index, file.end] as const]
  })
}
