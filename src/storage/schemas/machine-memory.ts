import type { MachineMemory } from '#domain/models/machine-memory.ts'
import { parseMachineMemory } from '#domain/models/machine-memory.ts'
import type { Schema } from '../envelope.ts'

export const machineMemorySchema: Schema<MachineMemory> = {
  kind: 'machineMemory',
  lifts: [],
  parse: parseMachineMemory,
}
