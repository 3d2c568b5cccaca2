import type { FileFault } from '#domain/importing/import-fault.ts'
import { excerpt } from './lines.ts'

/** Faults of a binary file, which has no lines or rows to point at. The detail is cut short. */
export function fileFault(kind: FileFault['kind'], detail: string): FileFault {
  return { kind, place: null, detail: excerpt(detail) }
}

export function damaged(detail: string): FileFault {
  return fileFault('damaged', detail)
}

export function unsupported(detail: string): FileFault {
  return fileFault('unsupported', detail)
}
