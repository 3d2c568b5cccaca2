import type { Instant } from '#lib/time.ts'
import { adapterLimits, limitShortage } from './engine-limits.ts'
import type { LimitShortage } from './engine-limits.ts'
import { footprintOf } from './footprint.ts'
import type { LoadExperience } from './load-experience.ts'
import { lessonsOf } from './load-experience.ts'
import type { AdapterLimit, Machine, MachineAdapter } from './machine.ts'
import type { ModelBuild } from './offer.ts'
import { cacheBufferBytes, cachedTokens, workBytes } from './work-memory.ts'

/** Whether a build runs on a machine with a context window, and the sum that says so. */
export interface FitVerdict {
  /** `tight`: it may run, and a doubt says what stands against it. */
  readonly verdict: 'fits' | 'tight' | 'wontFit'
  /** Of the GPU's memory. */
  readonly sum: FitSum
  /** `neededBytes` beyond what is kept of the build already. */
  readonly disk: { readonly neededBytes: number; readonly freeBytes: number | null }
  readonly obstacles: readonly FitObstacle[]
  readonly doubts: readonly FitDoubt[]
}

export interface FitSum {
  readonly weightBytes: number
  readonly cacheBytes: number
  readonly workBytes: number
  readonly totalBytes: number
}

/** Why a build will not run. The last two are estimates that may be tried against: see `mayTryAnyway`. */
export type FitObstacle =
  | { readonly kind: 'noWebGpu' }
  | { readonly kind: 'insecureContext' }
  | { readonly kind: 'noAdapter' }
  | { readonly kind: 'lacksFeature'; readonly feature: string }
  | ({ readonly kind: 'limitTooSmall' } & LimitShortage)
  | { readonly kind: 'diskTooSmall'; readonly neededBytes: number; readonly freeBytes: number }
  /** The sum is more than the student said there is. */
  | { readonly kind: 'memoryTooSmall'; readonly neededBytes: number; readonly availableBytes: number }
  /** A start that took no more than this one would, ran out of memory here. */
  | { readonly kind: 'ranOutBefore'; readonly totalBytes: number; readonly at: Instant }

/** What stands against a build that may run. The last two speak of the disk and do not make a verdict `tight`. */
export type FitDoubt =
  | { readonly kind: 'memoryUnknown' }
  /** The sum leaves little of what the student said there is; `share` of 1. */
  | { readonly kind: 'memoryClose'; readonly share: number }
  | { readonly kind: 'crashedBefore'; readonly totalBytes: number; readonly at: Instant }
  /** The adapter runs on the CPU: a large model takes minutes for a token. */
  | { readonly kind: 'software'; readonly adapter: string }
  /** Phones and tablets end pages that take much memory. */
  | { readonly kind: 'phone' }
  | { readonly kind: 'notPersisted' }
  /** The browser does not tell the room on the disk, or not the true one. */
  | { readonly kind: 'diskUnknown' }

/** Of a GPU's memory, what a model may take and leave enough to the screen, the browser and other programs. */
const comfortableShare = 0.8

/**
 * What a GPU of unknown memory is trusted with: a quarter of the system's memory, of which 8 GiB count at most, so
 * never more than 2 GiB. Where GPU and system share one memory, systems let the GPU have half of it or more; a card with
 * memory of its own that WebGPU runs on seldom has less than 2 GiB. Where the browser does not tell the system's memory,
 * nothing is trusted.
 */
function trustedBytes({ deviceMemoryBytes }: Machine): number {
  return Math.min(deviceMemoryBytes ?? 0, 8 * 2 ** 30) / 4
}

/** Tokenizer and configuration beside the weights: those of Qwen3 take 11.4 MB. */
const smallFileBytes = 16e6

/**
 * Judges one build on one machine. Pure, and monotonic: more memory never worsens a verdict, a longer context window
 * never betters it.
 *
 * @param contextWindow in tokens
 * @param keptBytes what is kept of this very build already
 */
export function judgeFit(
  machine: Machine,
  build: ModelBuild,
  contextWindow: number,
  experience: readonly LoadExperience[],
  keptBytes = 0,
): FitVerdict {
  const sum = fitSum(build, contextWindow)
  const disk = { neededBytes: diskBytes(build, keptBytes), freeBytes: machine.disk.freeBytes }
  const memory = judgeMemory(machine, sum.totalBytes, experience)
  const obstacles: FitObstacle[] = [...gpuObstacles(machine, build, contextWindow)]
  if (disk.freeBytes !== null && disk.freeBytes < disk.neededBytes)
    obstacles.push({ kind: 'diskTooSmall', neededBytes: disk.neededBytes, freeBytes: disk.freeBytes })
  obstacles.push(...memory.obstacles)
  const doubts: FitDoubt[] = [...memory.doubts]
  if (machine.adapter?.isSoftware === true) doubts.push({ kind: 'software', adapter: machine.adapter.name })
  if (!machine.disk.persisted) doubts.push({ kind: 'notPersisted' })
  if (disk.neededBytes > 0 && !tellsDisk(machine)) doubts.push({ kind: 'diskUnknown' })
  const verdict = obstacles.length > 0 ? 'wontFit' : doubts.some(makesTight) ? 'tight' : 'fits'
  return { verdict, sum, disk, obstacles, doubts }
}

/** Whether a student may start it against the verdict: never where a limit, a feature or the disk is missing. */
export function mayTryAnyway({ verdict, obstacles }: FitVerdict): boolean {
  return verdict !== 'fits' && !obstacles.some(isCertain)
}

/** Whether an obstacle is a fact of the machine rather than an estimate. */
export function isCertain({ kind }: FitObstacle): boolean {
  return kind !== 'memoryTooSmall' && kind !== 'ranOutBefore'
}

export function makesTight({ kind }: FitDoubt): boolean {
  return kind !== 'notPersisted' && kind !== 'diskUnknown'
}

/** What a build takes of the GPU's memory with a context window of so many tokens. */
export function fitSum({ library }: ModelBuild, contextWindow: number): FitSum {
  const { weightBytes, cacheBytesPerToken } = footprintOf(library.architecture, library.quantization)
  const cacheBytes = cacheBytesPerToken * cachedTokens(contextWindow)
  const work = workBytes(library)
  return { weightBytes, cacheBytes, workBytes: work, totalBytes: weightBytes + cacheBytes + work }
}

/** The files of the build, and the largest of them twice while it moves from the workbench to its place. */
function diskBytes({ library }: ModelBuild, keptBytes: number): number {
  const { storedBytes, largestTensorBytes } = footprintOf(library.architecture, library.quantization)
  const files = storedBytes + library.bytes
  return keptBytes >= files ? 0 : files + largestTensorBytes + smallFileBytes - keptBytes
}

function gpuObstacles(machine: Machine, build: ModelBuild, contextWindow: number): readonly FitObstacle[] {
  if (machine.webgpu === 'insecureContext') return [{ kind: 'insecureContext' }]
  if (machine.webgpu === 'absent') return [{ kind: 'noWebGpu' }]
  if (machine.adapter === null) return [{ kind: 'noAdapter' }]
  return adapterObstacles(machine.adapter, build, contextWindow)
}

function adapterObstacles(
  adapter: MachineAdapter,
  { library }: ModelBuild,
  contextWindow: number,
): readonly FitObstacle[] {
  const missing = library.requires.features.filter((feature) => !adapter.features.includes(feature))
  const largest = Math.max(
    footprintOf(library.architecture, library.quantization).largestTensorBytes,
    cacheBufferBytes(library, contextWindow),
  )
  const needed = (limit: AdapterLimit): number =>
    limit === 'maxBufferSize' || limit === 'maxStorageBufferBindingSize'
      ? Math.max(library.requires[limit], largest)
      : library.requires[limit]
  return [
    ...missing.map((feature) => ({ kind: 'lacksFeature', feature }) as const),
    ...adapterLimits.flatMap((limit) => {
      const shortage = limitShortage(limit, needed(limit), adapter.limits[limit])
      return shortage === null ? [] : [{ kind: 'limitTooSmall', ...shortage } as const]
    }),
  ]
}

/** What a start has proven counts for more than what the student said, and that for more than a rule. */
function judgeMemory(
  machine: Machine,
  totalBytes: number,
  experience: readonly LoadExperience[],
): { readonly obstacles: readonly FitObstacle[]; readonly doubts: readonly FitDoubt[] } {
  const { provenBytes, outOfMemory, crashed } = lessonsOf(experience)
  if (totalBytes <= provenBytes) return { obstacles: [], doubts: [] }
  const obstacles: FitObstacle[] = []
  const doubts: FitDoubt[] = []
  const available = machine.gpuMemoryBytes
  if (available !== null && totalBytes > available)
    obstacles.push({ kind: 'memoryTooSmall', neededBytes: totalBytes, availableBytes: available })
  else if (available !== null && totalBytes > available * comfortableShare)
    doubts.push({ kind: 'memoryClose', share: totalBytes / available })
  else if (available === null && totalBytes > trustedBytes(machine)) doubts.push({ kind: 'memoryUnknown' })
  if (outOfMemory !== null && outOfMemory.totalBytes <= totalBytes)
    obstacles.push({ kind: 'ranOutBefore', totalBytes: outOfMemory.totalBytes, at: outOfMemory.at })
  if (crashed !== null && crashed.totalBytes <= totalBytes)
    doubts.push({ kind: 'crashedBefore', totalBytes: crashed.totalBytes, at: crashed.at })
  if (isPhone(machine)) doubts.push({ kind: 'phone' })
  return { obstacles, doubts }
}

/** Tablets too: they carry the systems of phones. */
function isPhone({ browser: { os } }: Machine): boolean {
  return os === 'android' || os === 'ios'
}

/** Chromium's word on the disk is the same for every disk of 10 GiB or more, full or empty (since version 138). */
function tellsDisk({ disk, browser: { family } }: Machine): boolean {
  return disk.freeBytes !== null && (family === 'firefox' || family === 'safari')
}
