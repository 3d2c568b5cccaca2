import { mkdir, open, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finished } from '#converter/conversion-ports.ts'
import { fail, succeed } from '#lib/result.ts'

/** Bytes that are copied at once. */
const copiedBytes = 4 * 2 ** 20

/** Finished files in a folder: written beside their name, flushed, and renamed. A failure is the machine's sentence. */
export function openFolderFinished(folder: string): Finished<string> {
  return {
    async put({ name }, content) {
      const path = join(folder, name)
      try {
        await mkdir(folder, { recursive: true })
        const file = await open(`${path}.tmp`, 'w')
        try {
          for (let at = 0; at < content.bytes; at += copiedBytes)
            await file.writeFile(content.read(at, Math.min(copiedBytes, content.bytes - at)))
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(`${path}.tmp`, path)
        await flushFolder(folder)
        return succeed(undefined)
      } catch (error) {
        if (!(error instanceof Error && 'code' in error)) throw error
        return fail(error.message)
      }
    },
    async has(name, bytes) {
      const facts = await stat(join(folder, name)).catch(() => undefined)
      return facts?.size === bytes
    },
  }
}

/** A new name outlives a loss of power only once its folder is flushed too; Windows has no such call. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
