import { open, readdir, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { ByteSource } from '#converter/conversion-ports.ts'
import { fail, succeed } from '#lib/result.ts'

export interface FolderSource extends ByteSource<string> {
  /** The folder's own files. `stamp` changes when a file does. */
  files(): Promise<readonly { readonly name: string; readonly bytes: number; readonly stamp: string }[]>
  close(): Promise<void>
}

/** A model's folder on disk. A failure is the machine's sentence. */
export function openFolderSource(folder: string): FolderSource {
  const handles = new Map<string, Promise<FileHandle>>()
  const handleOf = (file: string): Promise<FileHandle> => {
    const handle = handles.get(file) ?? open(join(folder, file))
    handles.set(file, handle)
    return handle
  }
  return {
    async files() {
      const entries = await readdir(folder)
      const found = await Promise.all(entries.map(async (name) => ({ name, facts: await stat(join(folder, name)) })))
      return found
        .filter(({ facts }) => facts.isFile())
        .map(({ name, facts }) => ({ name, bytes: facts.size, stamp: String(facts.mtimeMs) }))
    },
    async read(file, begin, end, _signal) {
      const bytes = new Uint8Array(end - begin)
      try {
        const handle = await handleOf(file)
        for (let done = 0; done < bytes.length;) {
          const { bytesRead } = await handle.read(bytes, done, bytes.length - done, begin + done)
          if (bytesRead === 0) return fail(`${file} ends at byte ${begin + done}`)
          done += bytesRead
        }
        return succeed(bytes)
      } catch (error) {
        return fail(error instanceof Error ? error.message : String(error))
      }
    },
    async close() {
      for (const handle of handles.values()) await (await handle).close()
    },
  }
}
