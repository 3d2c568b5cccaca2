import * as v from 'valibot'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { calendarDaySchema } from '../question-bank/question-schema.ts'
import type { Bilingual, CalendarDay } from '../question-bank/question.ts'

/** How well a figure of a layout is known. */
export const certainties = ['stated', 'inferred', 'notFound'] as const
export type Certainty = (typeof certainties)[number]

/** How an examination is put together, as of a day. Figures that nobody published are marked, see `Certainty`. */
export interface ExamLayout {
  readonly id: string
  readonly exam: string
  readonly name: Bilingual
  readonly validFrom: CalendarDay
  readonly validTo: CalendarDay | null
  readonly language: 'ko' | 'en'
  readonly sessions: readonly ExamSession[]
  readonly breakMinutes: number | null
  readonly passRule: PassRule | null
  readonly source: Bilingual
  readonly note: Bilingual
}

/** What is taken in one sitting and closed after it. Without sections where nobody knows what it asks. */
export interface ExamSession {
  readonly id: string
  readonly name: Bilingual
  readonly minutes: number
  readonly minutesCertainty: Certainty
  readonly sections: readonly ExamSection[]
}

export interface ExamSection {
  /** A subject of the pass rule. */
  readonly subject: string
  readonly name: Bilingual
  readonly items: number
  readonly certainty: Certainty
}

/** Shares in [0, 1]. The total and every subject must be reached, or an examinee fails (과락). */
export interface PassRule {
  readonly total: number
  readonly perSubject: number | null
  readonly subjects: readonly PassSubject[]
}

/** A subject that is judged by itself, over all sections that count for it. */
export interface PassSubject {
  readonly id: string
  readonly name: Bilingual
  readonly sections: readonly string[]
}

/** The layouts that there are, with what has to be said whenever one is chosen: examinations change. */
export interface ExamLayouts {
  readonly notice: Bilingual
  readonly layouts: readonly ExamLayout[]
}

/** The file of layouts. The failure names the first field that is wrong. */
export function parseExamLayouts(data: unknown): Result<ExamLayouts, string> {
  const parsed = v.safeParse(fileSchema, data)
  if (parsed.success) return succeed({ notice: parsed.output.notice, layouts: parsed.output.layouts })
  const [issue] = parsed.issues
  return fail(`${v.getDotPath(issue) ?? 'layouts'}: ${issue.message}`)
}

/** How many questions a layout asks. */
export function itemsOf({ sessions }: ExamLayout): number {
  return sessions.reduce((sum, session) => sum + itemsOfSession(session), 0)
}

export function itemsOfSession({ sections }: ExamSession): number {
  return sections.reduce((sum, { items }) => sum + items, 0)
}

/** Whether every sitting says what it asks. Only then can a mock be put together. */
export function isComplete({ sessions }: ExamLayout): boolean {
  return sessions.every(({ sections }) => sections.length > 0)
}

const text = v.pipe(v.string(), v.minLength(1))
const bilingual = v.object({ en: text, ko: text })
const count = v.pipe(v.number(), v.integer(), v.minValue(1))
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const certainty = v.picklist(certainties)

const sectionSchema = v.object({ subject: text, name: bilingual, items: count, certainty })

const sessionSchema = v.object({
  id: text,
  name: bilingual,
  minutes: v.pipe(v.number(), v.minValue(1)),
  minutesCertainty: certainty,
  sections: v.array(sectionSchema),
})

const passRuleSchema = v.object({
  total: share,
  perSubject: v.nullable(share),
  subjects: v.array(v.object({ id: text, name: bilingual, sections: v.array(text) })),
})

const layoutSchema: v.GenericSchema<unknown, ExamLayout> = v.pipe(
  v.object({
    id: text,
    exam: text,
    name: bilingual,
    validFrom: calendarDaySchema,
    validTo: v.nullable(calendarDaySchema),
    language: v.picklist(['ko', 'en']),
    sessions: v.pipe(v.array(sessionSchema), v.minLength(1)),
    breakMinutes: v.nullable(v.number()),
    passRule: v.nullable(passRuleSchema),
    source: bilingual,
    note: bilingual,
  }),
  v.check(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, 'ends before it begins'),
  v.check((layout) => judgesOnlyItsSections(layout), 'judges a section that it does not ask, or one twice'),
)

const fileSchema = v.object({
  format: v.literal('munjin-exam-layouts'),
  version: v.literal(1),
  notice: bilingual,
  layouts: v.pipe(
    v.array(layoutSchema),
    v.check((layouts) => new Set(layouts.map(({ id }) => id)).size === layouts.length, 'two layouts have one id'),
  ),
})

/** A misspelt section would make its subject one of no items, and that is always passed. */
function judgesOnlyItsSections({ sessions, passRule }: Pick<ExamLayout, 'sessions' | 'passRule'>): boolean {
  const asked = new Set(sessions.flatMap(({ sections }) => sections.map(({ subject }) => subject)))
  const judged = (passRule?.subjects ?? []).flatMap(({ sections }) => sections)
  return judged.every((section) => asked.has(section)) && new Set(judged).size === judged.length
}
