import type { ExportFailure } from '#domain/models/export-failure.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { ExportedFile, ExportPlace, ExportPlaces, PutOptions } from './export-place-port.ts'

/** The browser's own dialog for choosing a folder; only Chromium has it. */
export type PickDirectory = (options: {
  readonly id: string
  readonly mode: 'readwrite'
}) => Promise<FileSystemDirectoryHandle>

/** New folders inside a folder that the student chooses. Nothing that is there already is touched. */
export function folderPlaces(pick: PickDirectory): ExportPlaces {
  return {
    kind: 'folder',
    async choose(name) {
      let parent: FileSystemDirectoryHandle
      try {
        // By the id the browser opens its dialog where the last one ended.
        parent = await pick({ id: 'munjin-models', mode: 'readwrite' })
      } catch (error) {
        return errorName(error) === 'AbortError' ? succeed(null) : fail(explain(error, name))
      }
      try {
        return succeed(await newFolder(parent, name))
      } catch (error) {
        return fail(explain(error, name))
      }
    },
  }
}

async function newFolder(parent: FileSystemDirectoryHandle, wanted: string): Promise<ExportPlace> {
  const name = await freeName(parent, wanted)
  const folder = await parent.getDirectoryHandle(name, { create: true })
  return {
    name,
    put: (file, options) => write(folder, file, options),
    finish: () => undefined,
    // A stick that was pulled out cannot be tidied up.
    discard: () => parent.removeEntry(name, { recursive: true }).catch(() => undefined),
  }
}

async function freeName(parent: FileSystemDirectoryHandle, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`
    if (!(await isTaken(parent, name))) return name
  }
}

async function isTaken(parent: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await parent.getDirectoryHandle(name)
    return true
  } catch (error) {
    if (errorName(error) === 'NotFoundError') return false
    // A file of that name.
    if (errorName(error) === 'TypeMismatchError') return true
    throw error
  }
}

/** Pours the file from the cache to the folder as it streams; it appears under its name only when it is whole. */
async function write(
  folder: FileSystemDirectoryHandle,
  { name, bytes, content }: ExportedFile,
  { signal, onBytes }: PutOptions,
): Promise<Result<void, ExportFailure>> {
  let file: FileSystemWritableFileStream
  try {
    file = await (await folder.getFileHandle(name, { create: true })).createWritable()
  } catch (error) {
    return fail(explain(error, name))
  }
  const poured = await pour(content, file, { signal, onBytes }, name)
  if (poured.ok && poured.value === bytes) {
    return file.close().then(
      () => succeed(undefined),
      (error: unknown) => fail(explain(error, name)),
    )
  }
  await file.abort().catch(() => undefined)
  return poured.ok ? fail({ kind: 'notWhole', file: name }) : poured
}

/** How many bytes there were; a stopped pouring ends early. */
async function pour(
  content: Response,
  file: FileSystemWritableFileStream,
  { signal, onBytes }: PutOptions,
  name: string,
): Promise<Result<number, ExportFailure>> {
  const reader = content.body?.getReader()
  let poured = 0
  while (reader !== undefined && !signal.aborted) {
    const read = await reader.read().catch(() => null)
    if (read === null) return fail({ kind: 'notWhole', file: name })
    if (read.done) break
    try {
      await file.write(read.value)
    } catch (error) {
      await reader.cancel().catch(() => undefined)
      return fail(explain(error, name))
    }
    poured += read.value.length
    onBytes(poured)
  }
  if (signal.aborted) await reader?.cancel().catch(() => undefined)
  return succeed(poured)
}

/** What an error of the file system means. */
function explain(error: unknown, file: string): ExportFailure {
  const detail = error instanceof Error ? error.message : String(error)
  switch (errorName(error)) {
    case 'QuotaExceededError':
      return { kind: 'noRoom', file }
    case 'NotAllowedError':
    case 'SecurityError':
      return { kind: 'refused', detail }
    default:
      return { kind: 'notWritten', file, detail }
  }
}

function errorName(error: unknown): string {
  return error instanceof Error ? error.name : ''
}
