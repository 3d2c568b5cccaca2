import * as v from 'valibot'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Bilingual } from '../question-bank/question.ts'

export const specimens = [
  ...['whole blood', 'serum', 'plasma', 'arterial blood', 'urine', '24-hour urine', 'csf', 'pleural fluid'],
  ...['ascitic fluid', 'synovial fluid', 'semen', 'none'],
] as const
/** `none`: nothing is taken, as for a blood pressure. */
export type Specimen = (typeof specimens)[number]

export const unitSystems = ['conventional', 'si'] as const
export type UnitSystem = (typeof unitSystems)[number]

/** From `low` to `high`, both included; a limit that is null is none. The unit of a ratio is the empty text. */
export interface Limits {
  readonly unit: string
  readonly low: number | null
  readonly high: number | null
}

export interface ReferenceInterval extends Readonly<Record<UnitSystem, Limits>> {
  /** Whose values they are; null for everybody's. */
  readonly for: Bilingual | null
}

export interface Analyte {
  readonly id: string
  /** The id of its group. */
  readonly group: string
  readonly name: Bilingual
  readonly abbreviations: readonly string[]
  readonly specimen: Specimen
  readonly intervals: readonly ReferenceInterval[]
  /** The id of its source. */
  readonly source: string
  readonly note: Bilingual | null
}

export interface LabGroup {
  readonly id: string
  readonly name: Bilingual
}

export interface LabSource {
  readonly id: string
  readonly title: string
  /** How the values were taken from it. */
  readonly note: string
}

/** A table of reference values, as it is shown beside a question. */
export interface LabValues {
  readonly notice: Bilingual
  readonly sources: readonly LabSource[]
  readonly groups: readonly LabGroup[]
  readonly analytes: readonly Analyte[]
}

/** The file of values. The failure names the first field that is wrong, or an analyte whose group or source is not there. */
export function parseLabValues(data: unknown): Result<LabValues, string> {
  const parsed = v.safeParse(fileSchema, data)
  if (!parsed.success) {
    const [issue] = parsed.issues
    return fail(`${v.getDotPath(issue) ?? 'file'}: ${issue.message}`)
  }
  const { notice, sources, groups, analytes } = parsed.output
  const stray = analytes.find(
    ({ group, source }) => !groups.some(({ id }) => id === group) || !sources.some(({ id }) => id === source),
  )
  if (stray !== undefined) return fail(`${stray.id}: unknown group or source`)
  return succeed({ notice, sources, groups, analytes })
}

const text = v.pipe(v.string(), v.minLength(1))
const bilingual = v.object({ en: text, ko: text })

const limits = v.pipe(
  v.object({ unit: v.string(), low: v.nullable(v.number()), high: v.nullable(v.number()) }),
  v.check(({ low, high }) => low !== null || high !== null, 'no limit'),
  v.check(({ low, high }) => low === null || high === null || low <= high, 'limits the wrong way round'),
)

const analyteSchema = v.object({
  id: text,
  group: text,
  name: bilingual,
  abbreviations: v.array(text),
  specimen: v.picklist(specimens),
  intervals: v.pipe(
    v.array(v.object({ for: v.nullable(bilingual), conventional: limits, si: limits })),
    v.minLength(1),
  ),
  source: text,
  note: v.optional(v.nullable(bilingual), null),
})

const fileSchema = v.object({
  format: v.literal('munjin-lab-values'),
  version: v.literal(1),
  notice: bilingual,
  sources: v.array(v.object({ id: text, title: text, note: text })),
  groups: v.array(v.object({ id: text, name: bilingual })),
  analytes: v.array(analyteSchema),
})
