import { adapterLimits } from '#domain/models/engine-limits.ts'
import type { AdapterLimit, Machine, MachineAdapter, MachineDisk } from '#domain/models/machine.ts'
import type { AdapterInfo } from '#domain/models/software-adapter.ts'
import { adapterName, runsOnCpu } from '#domain/models/software-adapter.ts'
import type { BrowserWords } from './browser-family.ts'
import { browserOf } from './browser-family.ts'
import type { MachineReader } from './machine-port.ts'

/** The parts of a page's world that are looked at. Any of them may be missing, or fail. */
export interface MachineWorld {
  readonly isSecureContext: boolean
  readonly navigator: {
    readonly userAgent: string
    readonly maxTouchPoints?: number
    readonly userAgentData?: { readonly brands: BrowserWords['brands']; readonly platform: string }
    /** In GiB. */
    readonly deviceMemory?: number
    readonly gpu?: { requestAdapter(options: { powerPreference: 'high-performance' }): Promise<FoundAdapter | null> }
    readonly storage?: {
      estimate(): Promise<{ readonly usage?: number; readonly quota?: number }>
      persisted(): Promise<boolean>
    }
  }
}

interface FoundAdapter {
  readonly info?: AdapterInfo
  readonly features: Iterable<string>
  readonly limits: Readonly<Record<AdapterLimit, number>>
}

/** This page's machine. */
export const browserMachine: MachineReader = { read: () => readMachine(globalThis) }

export async function readMachine({ navigator, isSecureContext }: MachineWorld): Promise<Machine> {
  const [found, disk] = await Promise.all([findAdapter(navigator.gpu), readDisk(navigator.storage)])
  const { deviceMemory } = navigator
  return {
    webgpu: typeof found !== 'string' ? 'present' : found === 'absent' && !isSecureContext ? 'insecureContext' : found,
    adapter: typeof found === 'string' ? null : found,
    disk,
    deviceMemoryBytes: deviceMemory === undefined ? null : deviceMemory * 2 ** 30,
    gpuMemoryBytes: null,
    browser: browserOf({
      userAgent: navigator.userAgent,
      brands: navigator.userAgentData?.brands ?? [],
      platform: navigator.userAgentData?.platform ?? '',
      maxTouchPoints: navigator.maxTouchPoints ?? 0,
    }),
  }
}

async function findAdapter(gpu: MachineWorld['navigator']['gpu']): Promise<MachineAdapter | 'absent' | 'noAdapter'> {
  if (gpu === undefined) return 'absent'
  try {
    // The same wish as the engine's, so that both find the same adapter.
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' })
    return adapter === null ? 'noAdapter' : describe(adapter)
  } catch {
    return 'noAdapter'
  }
}

/** Browsers from before `adapter.info` leave the adapter without a name. */
const unnamed: AdapterInfo = { vendor: '', architecture: '', device: '', description: '' }

function describe({ info = unnamed, features, limits }: FoundAdapter): MachineAdapter {
  return {
    name: adapterName(info),
    vendor: info.vendor,
    isSoftware: runsOnCpu(info),
    features: [...features].sort(),
    limits: Object.fromEntries(adapterLimits.map((limit) => [limit, limits[limit]])) as MachineAdapter['limits'],
  }
}

/** `navigator.storage` exists in secure contexts only. */
async function readDisk(storage: MachineWorld['navigator']['storage']): Promise<MachineDisk> {
  const [estimate, persisted] = await Promise.all([
    attempt(() => storage?.estimate()),
    attempt(() => storage?.persisted()),
  ])
  const { quota, usage } = estimate ?? {}
  return {
    freeBytes: quota === undefined || usage === undefined ? null : Math.max(0, quota - usage),
    persisted: persisted ?? false,
  }
}

async function attempt<T>(read: () => Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await read()
  } catch {
    return undefined
  }
}
