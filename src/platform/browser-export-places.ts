import { archivePlaces } from './archive-places.ts'
import type { ExportPlaces } from './export-place-port.ts'
import type { PickDirectory } from './folder-places.ts'
import { folderPlaces } from './folder-places.ts'

/** A folder of the student's choice where the browser has a dialog for that, one file among the downloads elsewhere. */
export function browserExportPlaces(): ExportPlaces {
  const { showDirectoryPicker } = window as { readonly showDirectoryPicker?: PickDirectory }
  return showDirectoryPicker === undefined
    ? archivePlaces(download, Date.now)
    : folderPlaces((options) => showDirectoryPicker.call(window, options))
}

/** How long a blob's address stays, in milliseconds. Nothing says when a download has begun, and Safari takes its time. */
const addressStays = 60_000

function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), addressStays)
}
