import { openFrameLine } from './frame-line.ts'
import type { OrderNote } from './order-note.ts'
import { orderNoteName, parseOrderNote } from './order-note.ts'
import { remoteGet } from './remote-supply.ts'
import { openScratchFolders, removeScratch } from './scratch-folders.ts'
import type { RequestRecord } from './sources/transfer-line.ts'
import type { SupplyPort, UnfinishedOrder } from './supply-port.ts'

/** The name of the runner's journal, in which every part that is done has a line. */
const journalName = 'journal.jsonl'

/** The supply of a browser: a downloader in a frame, and the scratch files that it leaves. */
export function browserSupply(frameUrl: string, onRequest: (request: RequestRecord) => void): SupplyPort {
  return {
    get: remoteGet(() => openFrameLine(frameUrl), onRequest),

    async unfinished() {
      const orders: UnfinishedOrder[] = []
      const root = await openScratchFolders()
      if (root === null) return []
      for await (const [buildId, handle] of root.entries()) {
        if (handle.kind !== 'directory') continue
        const folder = handle
        const note = parseOrderNote((await readText(folder, orderNoteName)) ?? '')
        if (note === null) continue
        orders.push({ buildId, source: note.source, ...sizeOf(note, (await readText(folder, journalName)) ?? '') })
      }
      return orders
    },

    giveUp: removeScratch,
  }
}

async function readText(folder: FileSystemDirectoryHandle, name: string): Promise<string | null> {
  try {
    return await (await (await folder.getFileHandle(name)).getFile()).text()
  } catch {
    return null
  }
}

/** Parts are all but equal in size, so their number tells the bytes well enough for a sentence. */
function sizeOf({ parts, totalBytes }: OrderNote, journal: string): { doneBytes: number; totalBytes: number } {
  const done = new Set(journal.match(/"part":\d+/g) ?? []).size
  return { doneBytes: Math.min(totalBytes, Math.round((done / Math.max(1, parts)) * totalBytes)), totalBytes }
}
