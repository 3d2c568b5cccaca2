import type { AdapterLimit } from './machine.ts'

/**
 * The values that WebLLM 0.2.86 asks a device for (`detectGPUDevice`), highest first. It takes the first that the
 * adapter offers and nothing in between: an adapter with buffers of 512 MiB is used as if it had 256 MiB. Where the
 * adapter offers none of them, the device is not made at all, whatever the library needs.
 */
const ladders: Readonly<Record<AdapterLimit, readonly number[]>> = {
  maxBufferSize: [2 ** 30, 2 ** 28],
  maxStorageBufferBindingSize: [2 ** 30, 2 ** 27],
  maxComputeWorkgroupStorageSize: [2 ** 15],
  maxComputeInvocationsPerWorkgroup: [1024, 512, 256],
  maxStorageBuffersPerShaderStage: [10],
}

export const adapterLimits = Object.keys(ladders) as readonly AdapterLimit[]

/** A limit that is too small: what the adapter would have to offer, and what can be had of it. */
export interface LimitShortage {
  readonly limit: AdapterLimit
  readonly needed: number
  readonly available: number
}

/** Whether a library that needs so much of a limit gets it from the engine on an adapter that offers so much. */
export function limitShortage(limit: AdapterLimit, needed: number, offered: number): LimitShortage | null {
  const ladder = ladders[limit]
  const granted = ladder.find((rung) => rung <= offered) ?? 0
  if (granted >= needed && granted > 0) return null
  const rung = ladder.findLast((candidate) => candidate >= needed)
  // What is above the highest rung cannot be had on any adapter.
  return { limit, needed: rung ?? needed, available: rung === undefined ? Math.min(offered, granted) : offered }
}
