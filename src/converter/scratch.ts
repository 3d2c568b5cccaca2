import type { ShardWrite } from './conversion-part.ts'
import type { WorkFile, Workbench } from './conversion-ports.ts'

/** The scratch files of shards that are not finished; each is open while it is written to, and while it is read. */
export interface Scratch {
  /** Writes to the shards' files and flushes them. */
  write(writes: readonly ShardWrite[]): Promise<void>
  open(shard: number): Promise<WorkFile>
  /** Closes a shard's file until it is opened again; nobody writes to it now. A machine has only so many handles. */
  rest(shard: number): void
  /** Closes and removes a shard's file. */
  remove(shard: number): Promise<void>
  close(): Promise<void>
}

const prefix = 'scratch_'

export function scratchName(shard: number): string {
  return `${prefix}${shard}.bin`
}

export function isScratch(name: string): boolean {
  return name.startsWith(prefix)
}

export function openScratch(workbench: Workbench): Scratch {
  // Promises, so that two parts that write to one shard never open its file twice.
  const opening = new Map<number, Promise<WorkFile>>()
  const opened = new Map<number, WorkFile>()
  const openAnew = async (shard: number): Promise<WorkFile> => {
    const file = await workbench.open(scratchName(shard))
    opened.set(shard, file)
    return file
  }
  const open = (shard: number): Promise<WorkFile> => {
    const file = opening.get(shard) ?? openAnew(shard)
    opening.set(shard, file)
    return file
  }
  const rest = (shard: number): void => {
    opened.get(shard)?.close()
    opened.delete(shard)
    opening.delete(shard)
  }
  return {
    open,
    rest,
    async write(writes) {
      const touched = new Set<WorkFile>()
      for (const { shard, offset, bytes } of writes) {
        const file = await open(shard)
        file.write(offset, bytes)
        touched.add(file)
      }
      for (const file of touched) file.flush()
    },
    async remove(shard) {
      rest(shard)
      await workbench.remove(scratchName(shard))
    },
    async close() {
      await Promise.allSettled(opening.values())
      for (const shard of [...opened.keys()]) rest(shard)
    },
  }
}
