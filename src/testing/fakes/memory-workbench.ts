import type { WorkFile, Workbench } from '#converter/conversion-ports.ts'

/** A workbench in memory that forgets like a disk: what was not flushed may be gone after a loss of power, or half there. */
export interface MemoryWorkbench extends Workbench {
  /** `chance` gives numbers from 0 to 1; each write since the last flush is then there, cut short, or gone. */
  losePower(chance: () => number): void
  contents(name: string): Uint8Array<ArrayBuffer> | undefined
  names(): readonly string[]
}

interface Stored {
  now: Uint8Array<ArrayBuffer>
  flushed: Uint8Array<ArrayBuffer>
  pending: Change[]
  isOpen: boolean
}

type Change = { readonly at: number; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly length: number }

export function openMemoryWorkbench(): MemoryWorkbench {
  const files = new Map<string, Stored>()
  return {
    open(name) {
      const empty = { now: new Uint8Array(), flushed: new Uint8Array(), pending: [], isOpen: false }
      const file: Stored = files.get(name) ?? empty
      files.set(name, file)
      // As OPFS does: one handle a file.
      if (file.isOpen) return Promise.reject(new Error(`${name} is open`))
      file.isOpen = true
      return Promise.resolve(handle(file))
    },
    list: () => Promise.resolve([...files].map(([name, { now }]) => ({ name, bytes: now.length }))),
    remove(name) {
      if (files.get(name)?.isOpen === true) return Promise.reject(new Error(`${name} is open`))
      files.delete(name)
      return Promise.resolve()
    },
    losePower(chance) {
      for (const file of files.values()) {
        let kept = file.flushed
        for (const change of file.pending) {
          const fate = chance()
          if (fate < 0.4) continue
          if ('length' in change || fate < 0.7) kept = changed(kept, change)
          else {
            const cut = Math.floor(chance() * change.bytes.length)
            kept = changed(kept, { at: change.at, bytes: change.bytes.slice(0, cut) })
          }
        }
        Object.assign(file, { now: kept, flushed: kept, pending: [], isOpen: false })
      }
    },
    contents: (name) => files.get(name)?.now,
    names: () => [...files.keys()],
  }
}

function handle(file: Stored): WorkFile {
  const change = (made: Change): void => {
    file.now = changed(file.now, made)
    file.pending.push(made)
  }
  return {
    size: () => file.now.length,
    read(at, length) {
      if (at + length > file.now.length) throw new RangeError('beyond the end')
      return file.now.slice(at, at + length)
    },
    write: (at, bytes) => change({ at, bytes: bytes.slice() }),
    truncate: (length) => change({ length }),
    flush() {
      file.flushed = file.now
      file.pending = []
    },
    close() {
      file.isOpen = false
    },
  }
}

function changed(bytes: Uint8Array<ArrayBuffer>, change: Change): Uint8Array<ArrayBuffer> {
  const length = 'length' in change ? change.length : Math.max(bytes.length, change.at + change.bytes.length)
  const next = new Uint8Array(length)
  next.set(bytes.subarray(0, length))
  if ('at' in change) next.set(change.bytes, change.at)
  return next
}
