import { constants } from 'node:fs'
import * as fs from 'node:fs'
import { join } from 'node:path'
import type { WorkFile, Workbench } from '#converter/conversion-ports.ts'

/** Scratch files in a folder of their own, which is made where there is none. */
export function openFolderWorkbench(folder: string): Workbench {
  fs.mkdirSync(folder, { recursive: true })
  return {
    open: (name) => Promise.resolve(workFile(fs.openSync(join(folder, name), constants.O_RDWR | constants.O_CREAT))),
    list: () =>
      Promise.resolve(fs.readdirSync(folder).map((name) => ({ name, bytes: fs.statSync(join(folder, name)).size }))),
    remove(name) {
      fs.rmSync(join(folder, name), { force: true })
      return Promise.resolve()
    },
  }
}

function workFile(handle: number): WorkFile {
  return {
    size: () => fs.fstatSync(handle).size,
    read(at, length) {
      const bytes = new Uint8Array(length)
      for (let done = 0; done < length;) {
        const read = fs.readSync(handle, bytes, done, length - done, at + done)
        if (read === 0) throw new RangeError(`The file ends at byte ${at + done}.`)
        done += read
      }
      return bytes
    },
    write(at, bytes) {
      for (let done = 0; done < bytes.length;) done += fs.writeSync(handle, bytes, done, bytes.length - done, at + done)
    },
    truncate: (bytes) => fs.ftruncateSync(handle, bytes),
    flush: () => fs.fsyncSync(handle),
    close: () => fs.closeSync(handle),
  }
}
