import type { Milliseconds } from '#lib/time.ts'
import { useState } from 'react'

/** How many minutes before the end a student is told. */
const warnings = [1, 5, 10] as const
export type WarnedMinutes = (typeof warnings)[number]

/** The last warning that was due; null while there is more time than for the first. */
export function warningDue(left: Milliseconds | null): WarnedMinutes | null {
  return left === null ? null : (warnings.find((minutes) => left <= minutes * 60_000) ?? null)
}

/** The warning to say now. Each is said when its time comes, and none for the time that was left at the beginning. */
export function useTimeWarning(left: Milliseconds | null): WarnedMinutes | null {
  const due = warningDue(left)
  const [known, setKnown] = useState<{ readonly due: WarnedMinutes | null; readonly said: WarnedMinutes | null }>({
    due,
    said: null,
  })
  if (due === known.due) return known.said
  const said = due !== null && (known.due === null || due < known.due) ? due : null
  setKnown({ due, said })
  return said
}
