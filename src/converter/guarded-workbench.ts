import type { WorkFile, Workbench } from './conversion-ports.ts'

/** The only thing that a guarded workbench throws; `cause` is what the machine threw. */
export class WorkbenchError extends Error {
  constructor(cause: unknown) {
    super('The workbench failed.', { cause })
    this.name = 'WorkbenchError'
  }
}

/** The same workbench, with its own exceptions told from those that are bugs. */
export function guardWorkbench(workbench: Workbench): Workbench {
  return {
    open: (name) => soon(async () => guardFile(await workbench.open(name))),
    list: () => soon(() => workbench.list()),
    remove: (name) => soon(() => workbench.remove(name)),
  }
}

function guardFile(file: WorkFile): WorkFile {
  return {
    size: () => now(() => file.size()),
    read: (at, length) => now(() => file.read(at, length)),
    write: (at, bytes) => now(() => file.write(at, bytes)),
    truncate: (bytes) => now(() => file.truncate(bytes)),
    flush: () => now(() => file.flush()),
    close: () => now(() => file.close()),
  }
}

function now<T>(act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw new WorkbenchError(error)
  }
}

async function soon<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    throw new WorkbenchError(error)
  }
}
