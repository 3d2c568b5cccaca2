import type { ParquetParsers } from 'hyparquet'

/** A value as JSON could have it. */
export type PlainValue =
  string | number | boolean | null | readonly PlainValue[] | { readonly [name: string]: PlainValue }

/** What is noted while a column is read. */
export interface BytesNoted {
  /** Whether any value was bytes that are no text, such as a picture. */
  seen: boolean
}

/**
 * What hyparquet makes texts with. Moments are written as ISO 8601 has them, to the millisecond; JSON is left as it is written;
 * bytes that are not UTF-8, and places on Earth, become the empty text.
 */
export function textParsers(noted: BytesNoted): Partial<ParquetParsers> {
  const noText = (): string => {
    noted.seen = true
    return ''
  }
  const textOf = (bytes: Uint8Array): string => utf8(bytes) ?? noText()
  return {
    timestampFromMilliseconds: (millis) => moment(Number(millis)),
    timestampFromMicroseconds: (micros) => moment(Number(micros / 1_000n)),
    timestampFromNanoseconds: (nanos) => moment(Number(nanos / 1_000_000n)),
    dateFromDays: (days) => moment(days * 86_400_000).split('T')[0] ?? '',
    stringFromBytes: textOf,
    jsonFromBytes: textOf,
    geometryFromBytes: noText,
    geographyFromBytes: noText,
  }
}

/** A value of hyparquet as JSON could have it: whole numbers beyond 2^53 become texts, what is not a number becomes null. */
export function plainValue(value: unknown, noted: BytesNoted): PlainValue {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : null
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
    case 'object':
      return value === null ? null : ofObject(value, noted)
    default:
      return null
  }
}

function ofObject(value: object, noted: BytesNoted): PlainValue {
  if (value instanceof Uint8Array) {
    noted.seen = true
    return null
  }
  if (Array.isArray(value)) return value.map((inner: unknown) => plainValue(inner, noted))
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plainValue(inner, noted)]))
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function utf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

/** The farthest that a date of JavaScript may be from 1970, in milliseconds. */
const farthest = 8.64e15

function moment(millis: number): string {
  return Math.abs(millis) <= farthest ? new Date(millis).toISOString() : ''
}
