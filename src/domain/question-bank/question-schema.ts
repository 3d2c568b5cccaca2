import * as v from 'valibot'
import type { CalendarDay, Question } from './question.ts'
import { keyStatuses, optionLabels, questionKinds, questionLanguages } from './question.ts'

/** In characters; a text beyond it is no text of a question. */
export const longestText = 20_000
const mostTags = 50

// A message of these schemas is the kind of the fault, for `parseBank` to read.
const plainText = v.pipe(
  v.string(),
  v.maxLength(longestText, 'tooLong'),
  // eslint-disable-next-line no-control-regex -- control characters, line feed and tab aside, are what is refused
  v.regex(/^[^\u0000-\u0008\u000b-\u001f\u007f]*$/, 'badCharacter'),
)
const filledText = v.pipe(plainText, v.regex(/\S/, 'empty'))
const idText = v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/, 'badId'))

/** A day that the calendar has: 30 February is refused. */
export const calendarDaySchema = v.pipe(
  v.string(),
  v.check(isCalendarDay, 'badDate'),
  v.transform((text) => text as CalendarDay),
)

const bilingualSchema = v.pipe(
  v.object({ en: v.optional(filledText), ko: v.optional(filledText) }),
  v.check(({ en, ko }) => en !== undefined || ko !== undefined, 'empty'),
  v.transform(({ en, ko }) => ({ en: en ?? ko ?? '', ko: ko ?? en ?? '' })),
)

export const optionLabelSchema = v.picklist(optionLabels)

/** The shape of one question. What its fields owe each other is `parseBank`'s business. */
export const questionSchema: v.GenericSchema<unknown, Question> = v.object({
  id: idText,
  language: v.picklist(questionLanguages),
  kind: v.picklist(questionKinds),
  subject: filledText,
  stem: plainText,
  leadIn: filledText,
  options: v.pipe(
    v.array(v.object({ label: optionLabelSchema, text: filledText, rationale: v.optional(plainText, '') })),
    v.minLength(2, 'optionCount'),
    v.maxLength(optionLabels.length, 'optionCount'),
  ),
  answers: v.pipe(v.array(optionLabelSchema), v.minLength(1, 'empty')),
  keyStatus: v.picklist(keyStatuses),
  keyNote: v.optional(plainText, ''),
  objective: v.optional(plainText, ''),
  explanation: v.optional(plainText, ''),
  tags: v.optional(v.pipe(v.array(filledText), v.maxLength(mostTags, 'tooLong')), []),
  figureMissing: v.optional(v.boolean(), false),
  group: v.optional(v.nullable(v.object({ id: idText, theme: v.optional(plainText, '') })), null),
  source: v.object({ note: filledText, reviewedAt: v.nullable(calendarDaySchema) }),
})

/** What a bank is besides its questions. */
export const bankFields = {
  id: idText,
  title: bilingualSchema,
  licence: filledText,
  author: filledText,
  createdAt: calendarDaySchema,
  notice: v.optional(v.nullable(bilingualSchema), null),
}

/** The shape of a bank's file, its questions aside. */
export const bankHeadSchema = v.object({
  format: v.literal('munjin-bank'),
  version: v.literal(1),
  ...bankFields,
  questions: v.pipe(v.array(v.unknown()), v.minLength(1, 'empty')),
})

function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const found = new Date(Date.UTC(year, month - 1, day))
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day
}
