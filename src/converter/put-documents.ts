import { fail, succeed } from '#lib/result.ts'
import type { Result } from '#lib/result.ts'
import type { ConversionNeeds, Run, RunFailure } from './conversion-run.ts'
import type { MunjinManifest, OutputFile } from './manifest.ts'
import { manifestName, manifestOf } from './manifest.ts'
import { tensorCache } from './tensor-cache.ts'

/** The index, the documents and the manifest. They are small, and the same every time: a restarted run puts them again. */
export async function putDocuments<S, F>(run: Run<S, F>): Promise<Result<MunjinManifest, RunFailure<S, F>>> {
  const { plan, order, ledger } = run
  const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
  const shards = plan.shards.map(({ index, name, bytes }) => {
    const digests = ledger.digestsOf(index)
    if (digests === undefined) throw new Error(`${name} is not finished`)
    return { name, bytes, ...digests }
  })
  const cache = tensorCache(
    plan,
    shards.map(({ md5 }) => md5),
  )
  const files: OutputFile[] = shards.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))
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
