import { journalName, readJournal } from '#converter/journal.ts'
import { openFrameLine } from './frame-line.ts'
import type { OrderNote } from './order-note.ts'
import { orderNoteName, parseOrderNote } from './order-note.ts'
import { remoteGet } from './remote-supply.ts'
import { openScratchFolders, removeScratch } from './scratch-folders.ts'
import type { RequestRecord } from './sources/transfer-line.ts'
import type { SupplyPort, UnfinishedOrder } from './supply-port.ts'

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
        const note = parseOrderNote(new TextDecoder().decode(await readBytes(folder, orderNoteName)))
        if (note === null) continue
        orders.push({ buildId, source: note.source, ...sizeOf(note, await readBytes(folder, journalName)) })
      }
      return orders
    },

    giveUp: removeScratch,
  }
}

/** No bytes where there is no such file. */
async function readBytes(folder: FileSystemDirectoryHandle, name: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer())
  } catch {
    return new Uint8Array()
  }
}

/** Parts are all but equal in size, so their number tells the bytes well enough for a sentence. */
function sizeOf({ parts, totalBytes }: OrderNote, journal: Uint8Array): { doneBytes: number; totalBytes: number } {
  const done = new Set<number>()
  for (const entry of readJournal(journal).entries) {
    if ('part' in entry) done.add(entry.part)
    else if ('unread' in entry) {
      const [from, to] = entry.unread
      for (const part of done) if (part >= from && part < to) done.delete(part)
    }
  }
  return { doneBytes: Math.min(totalBytes, Math.round((done.size / Math.max(1, parts)) * totalBytes)), totalBytes }
}
