import type { ConversionPart } from './conversion-part.ts'
import type { Run } from './conversion-run.ts'
import { hasEnded } from './conversion-run.ts'
import { finishWhole } from './finish-shards.ts'
import type { PartHash } from './source-hashes.ts'

/** Enough to read while converting. */
const defaultPartsInFlight = 3

/** Reads, hashes, converts and writes the parts that are not done, and finishes the shards that become whole. */
export async function convertParts<S, F>(run: Run<S, F>): Promise<void> {
  const { plan, ledger, order } = run
  order.onProgress?.(ledger.progress())
  await finishWhole(run)
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

async function convertOne<S, F>(run: Run<S, F>, part: ConversionPart): Promise<void> {
  const place = run.hashes.join(part)
  try {
    await readOne(run, part, place)
  } finally {
    place.leave()
  }
  await finishWhole(run)
}

async function readOne<S, F>(run: Run<S, F>, part: ConversionPart, place: PartHash): Promise<void> {
  const { needs, order, ledger, scratch } = run
  const read = await needs.source.read(part.file, part.begin, part.end, order.signal)
  if (hasEnded(run)) return
  if (!read.ok) {
    run.failure = { kind: 'source', file: part.file, failure: read.failure }
    return
  }
  const hashed = await place.hash(read.value)
  if (hashed.kind === 'wrong') run.failure = { kind: 'wrongHash', file: part.file }
  if (hashed.kind !== 'hashed' || hasEnded(run)) return
  const converted = await needs.convert.convert(part, read.value)
  if (hasEnded(run)) return
  if (!converted.ok) {
    run.failure = { kind: 'fault', fault: converted.failure }
    return
  }
  // A part is converted again if one of its shards was lost; the others of them have what they need.
  await scratch.write(converted.value.filter(({ shard }) => ledger.owes(part.index, shard)))
  await place.turnToNote
  if (!place.mayNote()) return
  run.journal.note({ part: part.index, ...(hashed.saved === undefined ? {} : { saved: hashed.saved }) })
  for (const shard of new Set(converted.value.map((write) => write.shard)))
    if (ledger.isWritten(shard) && !ledger.isWhole(shard)) scratch.rest(shard)
  order.onProgress?.(ledger.progress())
}
