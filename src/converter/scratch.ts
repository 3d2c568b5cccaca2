import type { ShardWrite } from './conversion-part.ts'
import type { WorkFile, Workbench } from './conversion-ports.ts'

/** The scratch files of shards that are not finished, opened once each. */
export interface Scratch {
  /** Writes to the shards' files and flushes them. */
  write(writes: readonly ShardWrite[]): Promise<void>
  open(shard: number): Promise<WorkFile>
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
  const files = new Map<number, Promise<WorkFile>>()
  const open = (shard: number): Promise<WorkFile> => {
    const file = files.get(shard) ?? workbench.open(scratchName(shard))
    files.set(shard, file)
    return file
  }
  return {
    open,
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
      const file = files.get(shard)
      files.delete(shard)
      if (file !== undefined) (await file).close()
      await workbench.remove(scratchName(shard))
    },
    async close() {
      const opened = await Promise.allSettled(files.values())
      files.clear()
      for (const file of opened) if (file.status === 'fulfilled') file.value.close()
    },
  }
}
