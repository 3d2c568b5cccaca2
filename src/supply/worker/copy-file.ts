import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { ByteSource, Finished, NewHasher, WorkFile, Workbench } from '#converter/conversion-ports.ts'
import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import type { ConvertedFile } from '../sources/converted-listing.ts'
import { explainWorkbench } from './explain-workbench.ts'

interface CopyNeeds {
  readonly workbench: Workbench
  readonly newHasher: NewHasher
  readonly finished: Finished<SupplyFailure>
}

/**
 * Bytes that are read at once; a copy that was cut off goes on after the last of these. Files are read whole where that
 * is possible, since plain servers know no ranges: the longest shard of the largest model has 311 MB.
 */
const pieceBytes = 512 * 2 ** 20

const hashedBytes = 16 * 2 ** 20

/** Copies one file by way of a scratch file and gives its SHA-256; what an earlier run had read is not read again. */
export async function copyFile(
  file: ConvertedFile,
  source: ByteSource<SupplyFailure>,
  { workbench, newHasher, finished }: CopyNeeds,
  signal: AbortSignal,
): Promise<Result<string, SupplyFailure>> {
  const { name, bytes, hash } = file
  // It was checked before it was put. Without a promised hash it has to be read anyway, to have one.
  if (hash?.algorithm === 'sha256' && (await finished.has(name, bytes))) return succeed(hash.hex)
  const scratchName = `copy-${name}`
  try {
    const scratch = await workbench.open(scratchName)
    try {
      const filled = await fill(scratch, file, source, signal)
      if (!filled.ok) return filled
      const sha256 = await digestOf(scratch, bytes, await newHasher('sha256'))
      const promised = hash?.algorithm === 'md5' ? await digestOf(scratch, bytes, await newHasher('md5')) : sha256
      if (hash !== null && promised !== hash.hex) {
        scratch.truncate(0)
        return fail({ kind: 'wrongHash', file: name })
      }
      const content = { bytes, read: (at: number, length: number) => scratch.read(at, length) }
      const put = await finished.put({ name, bytes, sha256 }, content)
      if (!put.ok) return put
      return succeed(sha256)
    } finally {
      scratch.close()
      if (await finished.has(name, bytes)) await workbench.remove(scratchName)
    }
  } catch (error) {
    return fail(explainWorkbench(error))
  }
}

async function fill(
  scratch: WorkFile,
  { name, bytes }: ConvertedFile,
  source: ByteSource<SupplyFailure>,
  signal: AbortSignal,
): Promise<Result<void, SupplyFailure>> {
  // Only whole pieces were flushed for sure.
  const kept = Math.min(scratch.size(), bytes)
  const begun = kept === bytes ? kept : kept - (kept % pieceBytes)
  for (let at = begun; at < bytes; at += pieceBytes) {
    const read = await source.read(name, at, Math.min(bytes, at + pieceBytes), signal)
    if (!read.ok) return read
    scratch.write(at, read.value)
    scratch.flush()
  }
  return succeed(undefined)
}

async function digestOf(scratch: WorkFile, bytes: number, hasher: Awaited<ReturnType<NewHasher>>): Promise<string> {
  for (let at = 0; at < bytes; at += hashedBytes) hasher.update(scratch.read(at, Math.min(hashedBytes, bytes - at)))
  return Promise.resolve(hasher.hex())
}
