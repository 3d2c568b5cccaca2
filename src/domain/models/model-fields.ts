import * as v from 'valibot'

// Fields that every description of a model shares.

export const bilingual = v.object({ en: v.string(), ko: v.string() })

export const fileFields = {
  path: v.string(),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
}

export const role = v.picklist(['demonstration', 'medical', 'general'])

/** In tokens. */
export const contextWindow = v.object({ presets: v.array(v.number()), default: v.number() })

export const trace = v.object({
  kind: v.literal('tagged'),
  open: v.string(),
  close: v.string(),
  startsIn: v.picklist(['reasoning', 'answer']),
})

const sampling = v.object({ temperature: v.number(), topP: v.number() })
export const samplings = v.object({ thinking: sampling, direct: sampling })
