import * as v from 'valibot'

/** What lies beside the scratch files of an order, so that it can be gone on with after the page is gone. */
export const orderNoteName = 'order.json'

const noteSchema = v.object({
  format: v.literal('munjin-order'),
  version: v.literal(1),
  source: v.variant('kind', [
    v.object({ kind: v.literal('hub'), host: v.string(), repository: v.string(), revision: v.string() }),
    v.object({ kind: v.literal('host'), url: v.string() }),
    v.object({ kind: v.literal('files') }),
  ]),
  parts: v.number(),
  totalBytes: v.number(),
})

export type OrderNote = v.InferOutput<typeof noteSchema>

export function parseOrderNote(text: string): OrderNote | null {
  try {
    const parsed = v.safeParse(noteSchema, JSON.parse(text))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
