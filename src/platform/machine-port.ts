import type { Machine } from '#domain/models/machine.ts'

/** Looks at the machine without asking it for anything: no device, no permission, no network. */
export interface MachineReader {
  /** Never rejects; what cannot be read is null, absent or false. `gpuMemoryBytes` is null: nothing tells it. */
  readonly read: () => Promise<Machine>
}
