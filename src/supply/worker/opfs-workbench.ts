import type { WorkFile, Workbench } from '#converter/conversion-ports.ts'

/** A workbench in the origin's private file system, which writes at any place of a file without a copy in memory. */
export function opfsWorkbench(folder: FileSystemDirectoryHandle): Workbench {
  return {
    async open(name) {
      const handle = await folder.getFileHandle(name, { create: true })
      return workFile(await handle.createSyncAccessHandle())
    },
    async list() {
      const files: { readonly name: string; readonly bytes: number }[] = []
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'file') files.push({ name, bytes: (await handle.getFile()).size })
      }
      return files
    },
    async remove(name) {
      try {
        await folder.removeEntry(name)
      } catch (error) {
        if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error
      }
    },
  }
}

function workFile(handle: FileSystemSyncAccessHandle): WorkFile {
  return {
    size: () => handle.getSize(),
    read(at, length) {
      const bytes = new Uint8Array(length)
      const filled = handle.read(bytes, { at })
      if (filled !== length) throw new RangeError(`Of ${length} bytes at ${at}, ${filled} could be read.`)
      return bytes
    },
    write(at, bytes) {
      // A full disk is not always an exception: Chromium gives its error as an unsigned number, 4294967288 (seen in
      // version 156), and other counts of bytes than given mean the same.
      if (handle.write(bytes, { at }) !== bytes.length) throw noRoom()
    },
    truncate(bytes) {
      handle.truncate(bytes)
      // The same without any sign: a file that cannot grow keeps its size.
      if (handle.getSize() !== bytes) throw noRoom()
    },
    flush: () => handle.flush(),
    close: () => handle.close(),
  }
}

function noRoom(): DOMException {
  return new DOMException('The bytes could not be written', 'QuotaExceededError')
}
