import type { FileFault } from '#domain/importing/import-fault.ts'
import type { Place } from '#domain/importing/place.ts'

/** Rows of one file, those with a fault counted, those without a word not. */
export const maxRows = 200_000
export const maxColumns = 200
/** Rows times columns. Cells that a file leaves out cost it nothing, but each of them is held in memory. */
export const maxCells = 10_000_000

export function tooLarge(place: Place | null, detail: string): FileFault {
  return { kind: 'tooLarge', place, detail }
}
