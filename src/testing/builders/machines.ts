import type { Machine, MachineAdapter } from '#domain/models/machine.ts'
import { instant } from '#lib/time.ts'
import type { LoadExperience } from '#domain/models/load-experience.ts'

// For tests: machines of students.

const adapter: MachineAdapter = {
  name: 'nvidia ampere',
  vendor: 'nvidia',
  isSoftware: false,
  features: ['shader-f16', 'subgroups'],
  limits: {
    maxBufferSize: 2 ** 31,
    maxStorageBufferBindingSize: 2 ** 31,
    maxComputeWorkgroupStorageSize: 2 ** 15,
    maxComputeInvocationsPerWorkgroup: 1024,
    maxStorageBuffersPerShaderStage: 10,
  },
}

/** A Windows machine in Chrome with a good GPU that nothing is known of, and a disk that is large and promised. */
export function aMachine(parts: Partial<Machine> = {}): Machine {
  return {
    webgpu: 'present',
    adapter,
    disk: { freeBytes: 100e9, persisted: true },
    deviceMemoryBytes: 8 * 2 ** 30,
    gpuMemoryBytes: null,
    browser: { family: 'chrome', os: 'windows', version: 149 },
    ...parts,
  }
}

/** One whose student said how much the GPU has, in gigabytes. */
export function withGpu(gigabytes: number, parts: Partial<Machine> = {}): Machine {
  return aMachine({ gpuMemoryBytes: gigabytes * 1e9, ...parts })
}

export function anAdapter(parts: Partial<MachineAdapter> = {}): MachineAdapter {
  return { ...adapter, ...parts }
}

export function withLimits(limits: Partial<MachineAdapter['limits']>): MachineAdapter {
  return { ...adapter, limits: { ...adapter.limits, ...limits } }
}

/** Outcomes one second after another. */
export function experienced(...starts: readonly (readonly [LoadExperience['outcome'], number])[]): LoadExperience[] {
  return starts.map(([outcome, totalBytes], index) => ({ outcome, totalBytes, at: instant(index * 1_000) }))
}
