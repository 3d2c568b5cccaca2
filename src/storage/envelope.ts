import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Instant } from '#lib/time.ts'
import { instant } from '#lib/time.ts'
import type { StorageFailure } from './archive-port.ts'

/** What every kept record wears: which kind it is, of which version, and when it was kept. */
export interface Envelope {
  readonly kind: string
  readonly version: number
  readonly savedAt: Instant
  readonly data: unknown
}

/**
 * A kind of record and its history. The n-th lift makes version n + 1 out of version n, so the newest version is
 * `lifts.length + 1` and there can be no gap.
 *
 * A lift that was released is never edited and names no current type: it speaks of the past.
 */
export interface Schema<T> {
  readonly kind: string
  readonly lifts: readonly ((data: unknown) => unknown)[]
  readonly parse: (data: unknown) => Result<T, string>
}

/** What a record needs of a clock. */
export interface Now {
  now(): Instant
}

export function newestVersion({ lifts }: Pick<Schema<unknown>, 'lifts'>): number {
  return lifts.length + 1
}

export function envelop<T>(schema: Schema<T>, value: T, savedAt: Instant): Envelope {
  return { kind: schema.kind, version: newestVersion(schema), savedAt, data: value }
}

/** Opens a record of any age: lifts it to the newest version and parses it. Never throws. */
export function open<T>(
  schema: Schema<T>,
  found: unknown,
): Result<{ readonly value: T; readonly savedAt: Instant }, StorageFailure> {
  const envelope = readEnvelope(found)
  if (envelope === null) return damaged('not a kept record')
  if (envelope.kind !== schema.kind) return damaged(`a record of the kind "${envelope.kind}"`)
  if (envelope.version > newestVersion(schema)) return fail({ kind: 'fromTheFuture', version: envelope.version })
  const lifted = lift(schema, envelope)
  if (!lifted.ok) return lifted
  const parsed = schema.parse(lifted.value)
  return parsed.ok ? succeed({ value: parsed.value, savedAt: envelope.savedAt }) : damaged(parsed.failure)
}

/** The envelope of whatever was found, or null where it wears none. */
export function readEnvelope(found: unknown): Envelope | null {
  if (typeof found !== 'object' || found === null) return null
  if (!('kind' in found && 'version' in found && 'savedAt' in found && 'data' in found)) return null
  const { kind, version, savedAt, data } = found
  if (typeof kind !== 'string' || typeof savedAt !== 'number') return null
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return null
  return { kind, version, savedAt: instant(savedAt), data }
}

function lift<T>(schema: Schema<T>, { version, data }: Envelope): Result<unknown, StorageFailure> {
  try {
    return succeed(schema.lifts.slice(version - 1).reduce((lifted, next) => next(lifted), data))
  } catch (error) {
    return damaged(`version ${version} could not be lifted: ${String(error)}`)
  }
}

function damaged(detail: string): Result<never, StorageFailure> {
  return fail({ kind: 'damaged', detail })
}
