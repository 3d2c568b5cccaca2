import { useMemo } from 'react'
import { cacheKeptFiles } from '#engine/shelf/cache-kept-files.ts'
import { cacheBytes } from '#engine/shelf/kept-bytes.ts'
import { StorageScreen } from '#features/storage/storage-screen.tsx'
import { appRoot } from '#platform/browser-app-files.ts'
import { browserStorageRoom } from '#platform/browser-storage-room.ts'
import { measureRecords } from '#storage/idb/measure-database.ts'
import type { Models } from '#stores/models.ts'
import { openStorageReport } from '#stores/storage-report.ts'
import type { Supply } from '#stores/supply.ts'
import { listScratch } from '#supply/list-scratch.ts'
import { openScratchFolders, removeScratch } from '#supply/scratch-folders.ts'

/** The cache in which Workbox's service worker keeps the files of the app at this address. */
const appCache = `workbox-precache-v2-${appRoot}`

/** The storage screen over everything that keeps something. */
export function StorageDoor({ models, supply }: { readonly models: Models; readonly supply: Supply }) {
  const report = useMemo(
    () =>
      openStorageReport({
        room: browserStorageRoom,
        files: cacheKeptFiles(caches),
        ...{ models, supply, removeScratch },
        listScratch: async () => listScratch(await openScratchFolders()),
        measureWork: measureRecords,
        measureApp: () => cacheBytes(caches, appCache),
      }),
    [models, supply],
  )
  return <StorageScreen report={report} supply={supply} />
}
