import * as v from 'valibot'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'

/**
 * The share of due questions that should still be known: below, more is forgotten than learnt; above, nobody gets through a day's
 * reviews.
 */
export const retentionBounds = { least: 0.7, most: 0.97, usual: 0.9 }

const settingsSchema = v.object({
  language: v.picklist(['ko', 'en']),
  theme: v.picklist(['system', 'light', 'dark']),
  textSize: v.picklist(['small', 'normal', 'large', 'larger']),
  /** Whether the notice of intended use was read and accepted. */
  noticeAccepted: v.boolean(),
  /** Whether a kept model gets ready when the app is opened. */
  startsModel: v.boolean(),
  /** The model that was last ready, which is what gets ready first; null before any was. */
  lastModel: v.optional(
    v.nullable(v.object({ modelId: v.string(), contextWindow: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
    null,
  ),
  /** Whether single keys mean something on the page of a question. */
  quizShortcuts: v.boolean(),
  /** How much of what is due should still be known, see `retentionBounds`. */
  desiredRetention: v.optional(
    v.pipe(v.number(), v.minValue(retentionBounds.least), v.maxValue(retentionBounds.most)),
    retentionBounds.usual,
  ),
  ask: v.object({
    thinking: v.boolean(),
    /** Tokens of reasoning after which the answer is asked for; null is no limit. */
    thinkingBudget: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
    maxTokens: v.pipe(v.number(), v.integer(), v.minValue(1)),
    /** The instruction of a language where it was changed; absent where the default holds. */
    instruction: v.object({ ko: v.optional(v.string()), en: v.optional(v.string()) }),
  }),
})

/** What a student chose for the whole app. */
export type Settings = v.InferOutput<typeof settingsSchema>
export type Theme = Settings['theme']
export type TextSize = Settings['textSize']

/** The settings of someone who chose nothing. 4,096 new tokens are what the card of hari-q3-8b uses. */
export function defaultSettings(language: Settings['language']): Settings {
  return {
    language,
    theme: 'system',
    textSize: 'normal',
    noticeAccepted: false,
    startsModel: true,
    lastModel: null,
    quizShortcuts: true,
    desiredRetention: retentionBounds.usual,
    ask: { thinking: true, thinkingBudget: null, maxTokens: 4096, instruction: {} },
  }
}

export function parseSettings(data: unknown): Result<Settings, string> {
  const parsed = v.safeParse(settingsSchema, data)
  if (parsed.success) return succeed(parsed.output)
  const [issue] = parsed.issues
  return fail(`${v.getDotPath(issue) ?? 'settings'}: ${issue.message}`)
}
