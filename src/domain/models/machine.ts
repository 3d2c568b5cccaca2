import type { ShippedLibrary } from './offer.ts'

/** The limits of a WebGPU adapter that a library asks for, by WebGPU's names. */
export type AdapterLimit = Exclude<keyof ShippedLibrary['requires'], 'features'>

/** What is known of this machine before anything is fetched. */
export interface Machine {
  /** `insecureContext`: browsers give WebGPU to pages from `https` or `localhost` only. */
  readonly webgpu: 'absent' | 'insecureContext' | 'noAdapter' | 'present'
  /** Null unless WebGPU is `present`. */
  readonly adapter: MachineAdapter | null
  readonly disk: MachineDisk
  /**
   * Of the whole machine. Browsers round it to a power of two and cap it, at 8 GiB for years and higher in newer
   * versions, so it is a lower bound; Firefox and Safari do not tell.
   */
  readonly deviceMemoryBytes: number | null
  /** WebGPU does not tell it: this is what the student said, or null. */
  readonly gpuMemoryBytes: number | null
  readonly browser: Browser
}

export interface MachineAdapter {
  /** Vendor, architecture and model as far as the browser gives them; may be empty. */
  readonly name: string
  readonly vendor: string
  /** Whether it runs on the CPU. */
  readonly isSoftware: boolean
  readonly features: readonly string[]
  readonly limits: Readonly<Record<AdapterLimit, number>>
}

export interface MachineDisk {
  /**
   * What the browser allows beyond what is kept already. Chromium 138 and later say 10 GiB at most, or the size of a
   * smaller disk, however full the disk is.
   */
  readonly freeBytes: number | null
  /** Whether the browser has promised not to remove what is kept by itself. */
  readonly persisted: boolean
}

export interface Browser {
  readonly family: 'chrome' | 'edge' | 'firefox' | 'safari' | 'other'
  readonly os: 'windows' | 'macos' | 'linux' | 'chromeos' | 'android' | 'ios' | 'other'
  /** Major version; null where it is not known. */
  readonly version: number | null
}
