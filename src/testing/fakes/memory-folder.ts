import type { MemoryWorkbench } from './memory-workbench.ts'

/** A folder of the private file system, as far as a page looks into it: folders by name, each with a workbench's files. */
export function memoryFolder(workbenches: Map<string, MemoryWorkbench>): FileSystemDirectoryHandle {
  const inner = (workbench: MemoryWorkbench): Partial<FileSystemDirectoryHandle> => ({
    kind: 'directory',
    getFileHandle: (name) => {
      const bytes = workbench.contents(name)
      if (bytes === undefined) return Promise.reject(new DOMException(name, 'NotFoundError'))
      const file: Partial<FileSystemFileHandle> = { getFile: () => Promise.resolve(new File([bytes], name)) }
      return Promise.resolve(file as FileSystemFileHandle)
    },
  })
  async function* entries(): ReturnType<FileSystemDirectoryHandle['entries']> {
    for (const [name, workbench] of workbenches)
      yield await Promise.resolve([name, inner(workbench) as FileSystemDirectoryHandle])
  }
  const folder: Partial<FileSystemDirectoryHandle> = {
    kind: 'directory',
    entries,
    removeEntry: (name) =>
      workbenches.delete(name) ? Promise.resolve() : Promise.reject(new DOMException(name, 'NotFoundError')),
  }
  return folder as FileSystemDirectoryHandle
}
