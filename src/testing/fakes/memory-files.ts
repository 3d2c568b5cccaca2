/** A folder of the file system in memory, as far as the app uses one: for what is written outside, and for scratch files. */
export interface MemoryFiles {
  readonly handle: FileSystemDirectoryHandle
  /** Every file by its path, with `/`. */
  files(): ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  /** Every folder by its path. */
  folders(): readonly string[]
  put(path: string, content: Uint8Array<ArrayBuffer>): void
  /** From now on writing fails so, as when a stick is full or was pulled out. */
  breakDown(error: DOMException, afterBytes?: number): void
}

export function memoryFiles(): MemoryFiles {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const folders = new Set<string>()
  let trouble: { readonly error: DOMException; left: number } | null = null

  function fileHandle(path: string): FileSystemFileHandle {
    const handle: Partial<FileSystemFileHandle> = {
      kind: 'file',
      getFile: () =>
        Promise.resolve(new File([files.get(path) ?? new Uint8Array()], nameOf(path), { lastModified: 1 })),
      createWritable: () => Promise.resolve(writable(path)),
    }
    return handle as FileSystemFileHandle
  }

  function writable(path: string): FileSystemWritableFileStream {
    const written: Uint8Array<ArrayBuffer>[] = []
    const stream = {
      write(bytes: Uint8Array<ArrayBuffer>) {
        if (trouble !== null && (trouble.left -= bytes.length) < 0) return Promise.reject(trouble.error)
        written.push(bytes.slice())
        return Promise.resolve()
      },
      close() {
        files.set(path, new Uint8Array(Buffer.concat(written)))
        return Promise.resolve()
      },
      abort: () => Promise.resolve(),
    }
    return stream as FileSystemWritableFileStream
  }

  function folderHandle(at: string): FileSystemDirectoryHandle {
    const inside = (name: string): string => (at === '' ? name : `${at}/${name}`)
    const handle: Partial<FileSystemDirectoryHandle> = {
      kind: 'directory',
      getDirectoryHandle(name, { create = false } = {}) {
        const path = inside(name)
        if (files.has(path)) return Promise.reject(new DOMException('A file', 'TypeMismatchError'))
        if (!folders.has(path) && !create) return Promise.reject(new DOMException('No folder', 'NotFoundError'))
        folders.add(path)
        return Promise.resolve(folderHandle(path))
      },
      getFileHandle: (name) => Promise.resolve(fileHandle(inside(name))),
      removeEntry(name) {
        if (trouble !== null) return Promise.reject(trouble.error)
        for (const path of [...files.keys()]) if (path.startsWith(`${inside(name)}/`)) files.delete(path)
        folders.delete(inside(name))
        return Promise.resolve()
      },
      async *entries(): FileSystemDirectoryHandleAsyncIterator<
        [string, FileSystemDirectoryHandle | FileSystemFileHandle]
      > {
        await Promise.resolve()
        for (const path of [...folders]) if (parentOf(path) === at) yield [nameOf(path), folderHandle(path)]
        for (const path of [...files.keys()]) if (parentOf(path) === at) yield [nameOf(path), fileHandle(path)]
      },
    }
    return handle as FileSystemDirectoryHandle
  }

  return {
    handle: folderHandle(''),
    files: () => files,
    folders: () => [...folders],
    put(path, content) {
      if (parentOf(path) !== '') folders.add(parentOf(path))
      files.set(path, content)
    },
    breakDown: (error, afterBytes = 0) => void (trouble = { error, left: afterBytes }),
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
