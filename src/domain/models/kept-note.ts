import * as v from 'valibot'
import { parseJson } from '#lib/json.ts'
import type { Instant } from '#lib/time.ts'
import { instant } from '#lib/time.ts'
import { bilingual } from './model-fields.ts'

/** That a model was kept whole: noted where it outlives the model, so that its loss can be told from its never having been. */
export interface KeptNote {
  readonly id: string
  readonly name: v.InferOutput<typeof bilingual>
  readonly bytes: number
  /** When it was last found whole. */
  readonly seenAt: Instant
}

const notesSchema = v.object({
  format: v.literal('munjin-kept-models'),
  version: v.literal(1),
  models: v.array(v.object({ id: v.string(), name: bilingual, bytes: v.number(), seenAt: v.number() })),
})

/** Notes that cannot be read are as good as none: nothing but a notice depends on them. */
export function parseKeptNotes(text: string | null): readonly KeptNote[] {
  const json = parseJson(text ?? '')
  const parsed = v.safeParse(notesSchema, json.ok ? json.value : null)
  return parsed.success ? parsed.output.models.map((note) => ({ ...note, seenAt: instant(note.seenAt) })) : []
}

export function formatKeptNotes(models: readonly KeptNote[]): string {
  const notes: v.InferInput<typeof notesSchema> = { format: 'munjin-kept-models', version: 1, models: [...models] }
  return JSON.stringify(notes)
}
