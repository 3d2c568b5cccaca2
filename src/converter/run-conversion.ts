import type { ConversionFault } from '#domain/models/conversion-fault.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Result } from '#lib/result.ts'
import type { ConversionLedger, ConversionProgress, ShardDigests } from './conversion-ledger.ts'
import type { ConversionPart } from './conversion-part.ts'
import type { ByteSource, ConvertParts, FileContent, Finished, NewHasher, Workbench } from './conversion-ports.ts'
import { WorkbenchError, guardWorkbench } from './guarded-workbench.ts'
import type { JournalFile } from './journal-file.ts'
import { journalName, openJournal } from './journal-file.ts'
import type { MunjinManifest, OutputFile, SourceIdentity } from './manifest.ts'
import { converterVersion, manifestName, manifestOf } from './manifest.ts'
import type { ConversionPlan } from './plan.ts'
import type { Scratch } from './scratch.ts'
import { openScratch } from './scratch.ts'
import type { PlannedShard } from './shard-layout.ts'
import { tensorCache } from './tensor-cache.ts'

export interface ConversionNeeds<S, F> {
  readonly source: ByteSource<S>
  readonly workbench: Workbench
  readonly convert: ConvertParts
  readonly newHasher: NewHasher
  readonly finished: Finished<F>
}

export interface ConversionOrder {
  readonly model: string
  readonly source: SourceIdentity
  /** What is put beside the weights, in this order: the chat configuration, the tokenizer's files. */
  readonly documents: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[]
  /** Parts that are read, converted or written at once; each holds its bytes and its writes in memory. */
  readonly partsInFlight?: number
  readonly signal: AbortSignal
  readonly onProgress?: (progress: ConversionProgress) => void
}

/** A stopped run can be taken up again, and so can a failed one once its cause is gone. */
export type ConversionEnding =
  { readonly kind: 'complete'; readonly manifest: MunjinManifest } | { readonly kind: 'stopped' }

export type RunFailure<S, F> =
  | { readonly kind: 'source'; readonly file: string; readonly failure: S }
  | { readonly kind: 'fault'; readonly fault: ConversionFault }
  | { readonly kind: 'finished'; readonly file: string; readonly failure: F }
  /** `error` is what the workbench threw: a full disk, a file that another tab holds. */
  | { readonly kind: 'workbench'; readonly error: unknown }

/** Enough to read while converting. */
const defaultPartsInFlight = 3

/** Bytes of a scratch file that are hashed at once. */
const hashedBytes = 4 * 2 ** 20

/**
 * Reads, converts and writes part by part, then puts the finished files: shards as they become whole, and at the very
 * end, last of all, the manifest. A run with the same plan and source goes on where the one before it ended, however
 * it ended: what the workbench's journal says was done is not read again, and nothing else is trusted.
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
    journal = await openJournal(needs, plan, fingerprint)
    const run: Run<S, F> = {
      needs,
      plan,
      order,
      scratch,
      journal,
      ledger: journal.ledger,
      fingerprint,
      failure: undefined,
      thrown: [],
    }
    await convertAll(run)
    if (run.failure !== undefined) return fail(run.failure)
    if (order.signal.aborted) return succeed({ kind: 'stopped' })
    const manifest = await putRest(run)
    if (!manifest.ok) return manifest
    await scratch.close()
    journal.close()
    journal = undefined
    await needs.workbench.remove(journalName)
    return succeed({ kind: 'complete', manifest: manifest.value })
  } catch (error) {
    if (error instanceof WorkbenchError) return fail({ kind: 'workbench', error: error.cause })
    throw error
  } finally {
    await closeQuietly(scratch, journal)
  }
}

interface Run<S, F> {
  readonly needs: ConversionNeeds<S, F>
  readonly plan: ConversionPlan
  readonly order: ConversionOrder
  readonly scratch: Scratch
  readonly journal: JournalFile
  readonly ledger: ConversionLedger
  readonly fingerprint: string
  /** A failure, or something thrown, ends every lane. */
  failure: RunFailure<S, F> | undefined
  readonly thrown: unknown[]
}

async function convertAll<S, F>(run: Run<S, F>): Promise<void> {
  const { plan, ledger, order } = run
  order.onProgress?.(ledger.progress())
  await finishWhole(
    run,
    plan.shards.filter(({ index }) => isWhole(ledger, index)),
  )
  // One iterator for all lanes: each takes the next part when it is done with its last.
  const waiting = plan.parts.filter(({ index }) => !ledger.isDone(index)).values()
  const lane = async (): Promise<void> => {
    try {
      for (const part of waiting) {
        if (hasEnded(run)) return
        await convertOne(run, part)
      }
    } catch (error) {
      run.thrown.push(error)
    }
  }
  await Promise.all(Array.from({ length: order.partsInFlight ?? defaultPartsInFlight }, lane))
  if (run.thrown.length > 0) throw run.thrown[0]
}

function hasEnded<S, F>({ order, failure, thrown }: Run<S, F>): boolean {
  return order.signal.aborted || failure !== undefined || thrown.length > 0
}

async function convertOne<S, F>(run: Run<S, F>, part: ConversionPart): Promise<void> {
  const { needs, order, ledger, plan } = run
  const read = await needs.source.read(part.file, part.begin, part.end, order.signal)
  if (hasEnded(run)) return
  if (!read.ok) {
    run.failure = { kind: 'source', file: part.file, failure: read.failure }
    return
  }
  const converted = await needs.convert.convert(part, read.value)
  if (hasEnded(run)) return
  if (!converted.ok) {
    run.failure = { kind: 'fault', fault: converted.failure }
    return
  }
  // A part is converted again if one of its shards was lost; the others of them may be finished.
  await run.scratch.write(converted.value.filter(({ shard }) => ledger.digestsOf(shard) === undefined))
  run.journal.note({ part: part.index })
  const touched = new Set(converted.value.map(({ shard }) => shard))
  const whole = plan.shards.filter(({ index }) => touched.has(index) && isWhole(ledger, index))
  order.onProgress?.(ledger.progress())
  await finishWhole(run, whole)
}

/** Every part of the shard is written, and it is not finished yet. */
function isWhole(ledger: ConversionLedger, shard: number): boolean {
  return ledger.digestsOf(shard) === undefined && ledger.missing(shard) === 0
}

async function finishWhole<S, F>(run: Run<S, F>, shards: readonly PlannedShard[]): Promise<void> {
  const { needs, order, ledger, scratch } = run
  for (const { index, name, bytes } of shards) {
    if (hasEnded(run)) return
    const file = await scratch.open(index)
    const content: FileContent = { bytes, read: (at, length) => file.read(at, length) }
    const { sha256, md5 } = await digestsOf(needs.newHasher, content)
    const put = await needs.finished.put({ name, bytes, sha256, md5 }, content)
    if (!put.ok) {
      run.failure = { kind: 'finished', file: name, failure: put.failure }
      return
    }
    run.journal.note({ shard: index, sha256, md5 })
    await scratch.remove(index)
    order.onProgress?.(ledger.progress())
  }
}

/** The index, the documents and the manifest. They are small, and the same every time: a restarted run puts them again. */
async function putRest<S, F>(run: Run<S, F>): Promise<Result<MunjinManifest, RunFailure<S, F>>> {
  const { plan, order, ledger } = run
  const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
  const digests = plan.shards.map(({ index }) => ledger.digestsOf(index))
  const cache = tensorCache(
    plan,
    digests.map((each) => each?.md5 ?? ''),
  )
  const files: OutputFile[] = plan.shards.map(({ name, bytes, index }) => ({
    ...{ name, bytes, sha256: digests[index]?.sha256 ?? '' },
  }))
  for (const { name, bytes } of [{ name: 'tensor-cache.json', bytes: encode(cache) }, ...order.documents]) {
    const put = await putBytes(run.needs, name, bytes)
    if (!put.ok) return put
    files.push(put.value)
  }
  const manifest = manifestOf(plan, { model: order.model, source: order.source }, files, run.fingerprint)
  const put = await putBytes(run.needs, manifestName, encode(`${JSON.stringify(manifest, null, 1)}\n`))
  return put.ok ? succeed(manifest) : put
}

async function putBytes<S, F>(
  { finished, newHasher }: ConversionNeeds<S, F>,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<OutputFile, RunFailure<S, F>>> {
  const hasher = await newHasher('sha256')
  hasher.update(bytes)
  const file = { name, bytes: bytes.length, sha256: hasher.hex() }
  const read = (at: number, length: number): Uint8Array<ArrayBuffer> => bytes.slice(at, at + length)
  const put = await finished.put(file, { bytes: bytes.length, read })
  return put.ok ? succeed(file) : fail({ kind: 'finished', file: name, failure: put.failure })
}

async function digestsOf(newHasher: NewHasher, content: FileContent): Promise<ShardDigests> {
  const [sha256, md5] = [await newHasher('sha256'), await newHasher('md5')]
  for (let at = 0; at < content.bytes; at += hashedBytes) {
    const bytes = content.read(at, Math.min(hashedBytes, content.bytes - at))
    sha256.update(bytes)
    md5.update(bytes)
  }
  return { sha256: sha256.hex(), md5: md5.hex() }
}

/** Tells this conversion from every other: what is read from where, and which bytes it becomes. */
async function fingerprintOf(newHasher: NewHasher, plan: ConversionPlan, source: SourceIdentity): Promise<string> {
  const hasher = await newHasher('sha256')
  const { quantization, shards, parts } = plan
  hasher.update(new TextEncoder().encode(JSON.stringify({ converterVersion, quantization, shards, parts, source })))
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
