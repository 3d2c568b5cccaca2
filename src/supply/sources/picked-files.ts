import type { ByteSource } from '#converter/conversion-ports.ts'
import type { SourceFile } from '#converter/manifest.ts'
import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { stopped } from './transfer-line.ts'

/** A `File`, as far as it is read here. */
export interface ReadableFile {
  readonly size: number
  /** Milliseconds since the epoch. */
  readonly lastModified?: number
  slice(begin: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> }
}

/** A file of a model by its name in the model's folder. */
export interface NamedFile {
  readonly name: string
  readonly file: ReadableFile
}

/** Files that were picked, read in place: nothing is loaded but the bytes that are asked for. */
export function pickedSource(files: readonly NamedFile[]): ByteSource<SupplyFailure> {
  const byName = new Map(files.map(({ name, file }) => [name, { file, bytes: file.size }]))
  return {
    async read(name, begin, end, signal) {
      const picked = byName.get(name)
      if (picked === undefined) return fail({ kind: 'unexpected', detail: `${name} is not one of the files` })
      if (begin < 0 || end < begin || end > picked.bytes)
        return fail({ kind: 'unexpected', detail: `${name} has no bytes ${begin} to ${end} of ${picked.bytes}` })
      if (signal.aborted) return fail(stopped)
      const read = await orAborted(readSlice(name, picked, begin, end), signal)
      return read ?? fail(stopped)
    },
  }
}

/** What a conversion knows a picked file by: its size, and when it was last changed. */
export function pickedIdentity(files: readonly NamedFile[]): readonly SourceFile[] {
  return files.map(({ name, file: { size, lastModified } }) =>
    lastModified === undefined ? { name, bytes: size } : { name, bytes: size, stamp: String(lastModified) },
  )
}

/** A file that was changed, moved or taken away since it was picked cannot be read any more; browsers throw then. */
async function readSlice(
  name: string,
  { file, bytes }: { readonly file: ReadableFile; readonly bytes: number },
  begin: number,
  end: number,
): Promise<Result<Uint8Array<ArrayBuffer>, SupplyFailure>> {
  const unreadable = (detail: string): Result<never, SupplyFailure> =>
    fail({ kind: 'fileUnreadable', file: name, detail })
  if (file.size !== bytes) return unreadable(`${bytes} bytes have become ${file.size}`)
  try {
    const read = new Uint8Array(await file.slice(begin, end).arrayBuffer())
    return read.length === end - begin ? succeed(read) : unreadable(`${read.length} bytes instead of ${end - begin}`)
  } catch (error) {
    return unreadable(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  }
}

/** Null as soon as the signal is aborted: a slice cannot be called back, but need not be waited for. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => resolve(null)
    signal.addEventListener('abort', onAbort)
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
