import { fail, succeed } from '#lib/result.ts'
import type { Result } from '#lib/result.ts'
import type { NewHasher } from './conversion-ports.ts'
import type { ConversionNeeds, ConversionOrder, Run, RunFailure } from './conversion-run.ts'
import { convertParts } from './convert-parts.ts'
import { WorkbenchError, guardWorkbench } from './guarded-workbench.ts'
import type { JournalFile } from './journal-file.ts'
import { openJournal } from './journal-file.ts'
import type { MunjinManifest, SourceIdentity } from './manifest.ts'
import { converterVersion } from './manifest.ts'
import type { ConversionPlan } from './plan.ts'
import { putDocuments } from './put-documents.ts'
import type { Scratch } from './scratch.ts'
import { openScratch } from './scratch.ts'
import { openSourceHashes } from './source-hashes.ts'

/** A stopped run can be taken up again, and so can a failed one once its cause is gone. */
export type ConversionEnding =
  { readonly kind: 'complete'; readonly manifest: MunjinManifest } | { readonly kind: 'stopped' }

/**
 * Reads, converts and writes part by part, then puts the finished files: shards as they become whole and their source
 * files have turned out to be what was promised, and at the very end, last of all, the manifest. A run with the same plan
 * and source goes on where the one before it ended, however it ended: what the workbench's journal says was done is not
 * read again, and nothing else is trusted. After the end the journal stays on the workbench, so that a run with a
 * finished shard lost reads what that shard is made of and no more.
 */
export async function runConversion<S, F>(
  given: ConversionNeeds<S, F>,
  plan: ConversionPlan,
  order: ConversionOrder,
): Promise<Result<ConversionEnding, RunFailure<S, F>>> {
  const needs = { ...given, workbench: guardWorkbench(given.workbench) }
  const scratch = openScratch(needs.workbench)
  let journal: JournalFile | undefined
  try {
    const fingerprint = await fingerprintOf(needs.newHasher, plan, order.source)
    journal = await openJournal(needs, plan, await takeUpKey(needs.newHasher, plan, order.source))
    const run: Run<S, F> = {
      ...{ needs, plan, order, scratch, journal, ledger: journal.ledger, fingerprint },
      hashes: await openSourceHashes(needs.fileHashing, plan, journal),
      ...{ finishing: new Set(), failure: undefined, thrown: [] },
    }
    await convertParts(run)
    if (run.failure !== undefined) return fail(run.failure)
    if (order.signal.aborted) return succeed({ kind: 'stopped' })
    const manifest = await putDocuments(run)
    return manifest.ok ? succeed({ kind: 'complete', manifest: manifest.value }) : manifest
  } catch (error) {
    if (error instanceof WorkbenchError) return fail({ kind: 'workbench', error: error.cause })
    throw error
  } finally {
    await closeQuietly(scratch, journal)
  }
}

/** Tells what this conversion makes from what every other does: from which files, and which bytes they become. */
function fingerprintOf(newHasher: NewHasher, plan: ConversionPlan, source: SourceIdentity): Promise<string> {
  const files = source.files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))
  const { quantization, shards } = plan
  return hashOf(newHasher, { converterVersion, quantization, shards, source: { ...source, files } })
}

/** Of a run that this one may go on with: cut into the same parts, of files that nobody has touched since. */
function takeUpKey(newHasher: NewHasher, plan: ConversionPlan, source: SourceIdentity): Promise<string> {
  const { quantization, shards, parts } = plan
  return hashOf(newHasher, { converterVersion, quantization, shards, parts, source })
}

async function hashOf(newHasher: NewHasher, facts: unknown): Promise<string> {
  const hasher = await newHasher('sha256')
  hasher.update(new TextEncoder().encode(JSON.stringify(facts)))
  return hasher.hex()
}

/** How the run ended is known by now; handles that do not close are the machine's to take back. */
async function closeQuietly(scratch: Scratch, journal: JournalFile | undefined): Promise<void> {
  try {
    await scratch.close()
    journal?.close()
  } catch (error) {
    if (!(error instanceof WorkbenchError)) throw error
  }
}
