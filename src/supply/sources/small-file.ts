import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { hostOf } from './exchange.ts'
import { rangedSource } from './ranged-source.ts'
import type { TransferLine } from './transfer-line.ts'
import { readWholeAnswer } from './whole-answer.ts'

/** The largest is a tokenizer: 11 MiB for the models of today. */
export const smallFileBytes = 32 * 2 ** 20

export interface SmallFile {
  readonly name: string
  readonly url: string
  /** Null where nobody knows it before. */
  readonly bytes: number | null
  /** Lower-case hexadecimal; null where nobody knows it. */
  readonly sha256: string | null
}

export type Digest = Pick<SubtleCrypto, 'digest'>

/** A whole file in memory, of 32 MiB at most. A wrong hash is read once more before it is believed. */
export async function readSmallFile(
  line: TransferLine,
  file: SmallFile,
  { digest, signal }: { readonly digest: Digest; readonly signal: AbortSignal },
): Promise<Result<Uint8Array<ArrayBuffer>, SupplyFailure>> {
  if (file.bytes !== null && file.bytes > smallFileBytes) {
    const found = { expected: `${smallFileBytes} bytes at most`, found: `${file.bytes} bytes` }
    return fail({ kind: 'wrongAnswer', host: hostOf(file.url), file: file.name, ...found })
  }
  for (let tries = 0; tries < 2; tries += 1) {
    const read = await readOnce(line, file, signal)
    if (!read.ok || file.sha256 === null) return read
    if ((await sha256Of(digest, read.value)) === file.sha256) return succeed(read.value)
  }
  return fail({ kind: 'wrongHash', file: file.name })
}

function readOnce(
  line: TransferLine,
  { name, url, bytes }: SmallFile,
  signal: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer>, SupplyFailure>> {
  if (bytes === null) return readWholeAnswer(line, { url, file: name, limit: smallFileBytes, signal })
  return rangedSource([{ name, url, bytes }], line).read(name, 0, bytes, signal)
}

async function sha256Of(digest: Digest, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = await digest.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
