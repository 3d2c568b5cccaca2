import type { ByteSource } from '#converter/conversion-ports.ts'
import { manifestName } from '#converter/manifest.ts'
import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { ConvertedFile } from './converted-listing.ts'
import type { NamedFile } from './picked-files.ts'
import { pickedSource } from './picked-files.ts'
import { rangedSource } from './ranged-source.ts'
import { encodePath } from './safe-name.ts'
import { smallFileBytes } from './small-file.ts'
import type { TransferLine } from './transfer-line.ts'
import { readWholeAnswer } from './whole-answer.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Where a converted model lies. */
export interface ConvertedPlace {
  /** `munjin-manifest.json`, or null where there is none. */
  manifest(signal: AbortSignal): Promise<Result<Bytes | null, SupplyFailure>>
  /** One of MLC's documents, whole. */
  document(name: string, signal: AbortSignal): Promise<Result<Bytes, SupplyFailure>>
  /** Reads the listed files; in a folder it can be said at once which of them is missing or of another length. */
  source(files: readonly ConvertedFile[]): Result<ByteSource<SupplyFailure>, SupplyFailure>
}

/** A folder on any host; `base` is its address, with or without a slash at its end. */
export function hostPlace(line: TransferLine, base: string): ConvertedPlace {
  const urlOf = (name: string): string => {
    const url = new URL(base)
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/${encodePath(name)}`
    return url.href
  }
  const read = (name: string, signal: AbortSignal): Promise<Result<Bytes, SupplyFailure>> =>
    URL.canParse(base)
      ? readWholeAnswer(line, { url: urlOf(name), file: name, limit: smallFileBytes, signal })
      : Promise.resolve(fail({ kind: 'unexpected', detail: `${base} is no address` }))
  return {
    async manifest(signal) {
      const found = await read(manifestName, signal)
      // A store without a public list of its files says "forbidden" for what it does not have.
      const isAbsent = !found.ok && (found.failure.kind === 'notThere' || found.failure.kind === 'forbidden')
      return isAbsent ? succeed(null) : found
    },
    document: read,
    source: (files) =>
      succeed(
        rangedSource(
          files.map(({ name, bytes }) => ({ name, bytes, url: urlOf(name) })),
          line,
        ),
      ),
  }
}

/** A folder that was picked. */
export function folderPlace(files: readonly NamedFile[]): ConvertedPlace {
  const source = pickedSource(files)
  const find = (name: string): NamedFile | undefined => files.find((file) => file.name === name)
  const read = async (name: string, signal: AbortSignal): Promise<Result<Bytes, SupplyFailure>> => {
    const { file } = find(name) ?? {}
    if (file === undefined) return missing(name)
    if (file.size > smallFileBytes)
      return fail({ kind: 'fileLength', file: name, expected: smallFileBytes, found: file.size })
    return source.read(name, 0, file.size, signal)
  }
  return {
    manifest: (signal) =>
      find(manifestName) === undefined ? Promise.resolve(succeed(null)) : read(manifestName, signal),
    document: read,
    source(listed) {
      for (const { name, bytes } of listed) {
        const found = find(name)
        if (found === undefined) return missing(name)
        if (found.file.size !== bytes)
          return fail({ kind: 'fileLength', file: name, expected: bytes, found: found.file.size })
      }
      return succeed(source)
    },
  }
}

function missing(file: string): Result<never, SupplyFailure> {
  return fail({ kind: 'notConvertible', fault: { kind: 'fileMissing', file } })
}
