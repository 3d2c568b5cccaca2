import { limitShortage } from '#domain/models/engine-limits.ts'
import type { ModelFailure } from '#domain/models/failure.ts'
import type { ModelRecord, Schedule } from '#domain/models/model-record.ts'
import { adapterName, runsOnCpu } from '#domain/models/software-adapter.ts'
import { EngineError } from '../../engine-port.ts'

/** What this machine's WebGPU is, as far as choosing a library needs to know. */
export interface AdapterProfile {
  readonly schedule: Schedule
  /** Vendor and architecture as the browser gives them; may be empty. */
  readonly name: string
}

/**
 * Looks at the adapter before anything is fetched, since WebLLM itself looks only after it has fetched the library.
 *
 * @throws EngineError `noWebGpu`, `noAdapter`, `lacksFeature`, `adapterTooSmall`
 */
export async function probeAdapter(gpu: GPU | undefined, model: ModelRecord): Promise<AdapterProfile> {
  if (gpu === undefined) throw new EngineError({ kind: 'noWebGpu' })
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' })
  if (adapter === null) throw new EngineError({ kind: 'noAdapter' })
  const lacking = whatIsLacking(adapter, model.requires)
  if (lacking !== null) throw new EngineError(lacking)
  return { schedule: runsOnCpu(adapter.info) ? 'software' : 'gpu', name: adapterName(adapter.info) }
}

function whatIsLacking(
  adapter: { readonly features: ReadonlySet<string>; readonly limits: GPUSupportedLimits },
  { features, ...limits }: ModelRecord['requires'],
): ModelFailure | null {
  for (const feature of features) {
    if (!adapter.features.has(feature)) return { kind: 'lacksFeature', feature }
  }
  for (const limit of Object.keys(limits) as (keyof typeof limits)[]) {
    const shortage = limitShortage(limit, limits[limit], adapter.limits[limit])
    if (shortage !== null) return { kind: 'adapterTooSmall', ...shortage }
  }
  return null
}
