/** The folder of the private file system that holds one folder a build. Frozen: what was begun is found by it. */
export const supplyFolder = 'munjin-supply'

/** The folder that holds one folder of scratch files a build; null where nothing was ever begun, or cannot be. */
export async function openScratchFolders(): Promise<FileSystemDirectoryHandle | null> {
  try {
    const root = await navigator.storage.getDirectory()
    return await root.getDirectoryHandle(supplyFolder)
  } catch {
    return null
  }
}

/** Frees what the making of a build has left, whether it was finished or not. */
export async function removeScratch(buildId: string): Promise<void> {
  const folders = await openScratchFolders()
  await folders?.removeEntry(buildId, { recursive: true }).catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error
  })
}
