import type { ConversionFault } from '#domain/models/conversion-fault.ts'
import { parseJson } from '#lib/json.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Result } from '#lib/result.ts'

export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A whole number that counts something: sizes, offsets, ids. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/** The object that a file of the model's folder holds. */
export function parseObject(file: string, text: string): Result<JsonObject, ConversionFault> {
  const parsed = parseJson(text)
  if (!parsed.ok) return fail({ kind: 'notJson', file, detail: parsed.failure })
  if (!isObject(parsed.value)) return fail({ kind: 'unreadable', file, where: '', expected: 'an object' })
  return succeed(parsed.value)
}
