import type { ScratchFolder } from '#domain/models/kept.ts'
import { orderNoteName } from './order-note.ts'

/** What the making of builds has left, a folder a build, with all that lies in it. Nothing where nothing was ever begun. */
export async function listScratch(folders: FileSystemDirectoryHandle | null): Promise<readonly ScratchFolder[]> {
  const found: ScratchFolder[] = []
  if (folders === null) return found
  for await (const [buildId, folder] of folders.entries()) {
    if (folder.kind !== 'directory') continue
    let bytes = 0
    let hasOrder = false
    for await (const [name, file] of folder.entries()) {
      if (file.kind === 'file') bytes += (await file.getFile()).size
      hasOrder ||= name === orderNoteName
    }
    found.push({ buildId, bytes, hasOrder })
  }
  return found
}
