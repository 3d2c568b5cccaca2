import * as v from 'valibot'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Instant } from '#lib/time.ts'
import { instant } from '#lib/time.ts'
import type { LoadExperience } from './load-experience.ts'
import { experienceOf } from './load-experience.ts'

/**
 * What this machine has taught the app about its GPU: what the student said, what starts showed. One record, apart from
 * the settings, since it speaks of a machine and not of a person: settings may be carried to another one.
 */
export interface MachineMemory {
  /** Of the GPU, in bytes, as the student said; null where nothing was said. */
  readonly gpuMemoryBytes: number | null
  /** In their order. */
  readonly experience: readonly LoadExperience[]
  /** The start that is under way, put down before it begins, so that the page after a crash knows what it was. */
  readonly attempt: { readonly totalBytes: number; readonly at: Instant } | null
}

/** The one record on its shelf. */
export const machineMemoryId = 'this-machine'

export const nothingLearnt: MachineMemory = { gpuMemoryBytes: null, experience: [], attempt: null }

/** More than these are no better a lesson. */
const kept = 20

/** To be kept before a start begins. */
export function withAttempt(memory: MachineMemory, totalBytes: number, at: Instant): MachineMemory {
  return { ...memory, attempt: { totalBytes, at } }
}

/** To be kept when a start has ended; null where it taught nothing. */
export function withExperience(memory: MachineMemory, experience: LoadExperience | null): MachineMemory {
  const all = experience === null ? memory.experience : [...memory.experience, experience].slice(-kept)
  return { ...memory, experience: all, attempt: null }
}

/** What a page that was just opened makes of an attempt that the last one left: a crash, if the guard says so. */
export function settleAttempt(memory: MachineMemory, lastStartFailed: boolean): MachineMemory {
  const { attempt } = memory
  if (attempt === null) return memory
  const found = { status: { kind: 'idle' }, lastStartFailed } as const
  return withExperience(memory, experienceOf(found, attempt.totalBytes, attempt.at))
}

const bytes = v.pipe(v.number(), v.finite(), v.minValue(0))
const at = v.pipe(v.number(), v.finite(), v.transform(instant))

const schema = v.object({
  gpuMemoryBytes: v.nullable(bytes),
  experience: v.array(v.object({ totalBytes: bytes, outcome: v.picklist(['ready', 'outOfMemory', 'crashed']), at })),
  attempt: v.nullable(v.object({ totalBytes: bytes, at })),
})

export function parseMachineMemory(data: unknown): Result<MachineMemory, string> {
  const parsed = v.safeParse(schema, data)
  if (parsed.success) return succeed(parsed.output)
  const [issue] = parsed.issues
  return fail(`${v.getDotPath(issue) ?? 'machine memory'}: ${issue.message}`)
}
