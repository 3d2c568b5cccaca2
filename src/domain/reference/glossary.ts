import * as v from 'valibot'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Bilingual } from '../question-bank/question.ts'

/** What has one meaning and several names; the first of each language is the one that is shown. */
export interface GlossaryTerm {
  readonly id: string
  readonly ko: readonly string[]
  readonly en: readonly string[]
}

export interface Glossary {
  readonly notice: Bilingual
  readonly terms: readonly GlossaryTerm[]
}

/** The file of terms. The failure names the first field that is wrong. */
export function parseGlossary(data: unknown): Result<Glossary, string> {
  const parsed = v.safeParse(fileSchema, data)
  if (parsed.success) return succeed({ notice: parsed.output.notice, terms: parsed.output.terms })
  const [issue] = parsed.issues
  return fail(`${v.getDotPath(issue) ?? 'file'}: ${issue.message}`)
}

/** Our terms with a student's own over them: a name that the student gives a meaning has no other. */
export function withOwnTerms(terms: readonly GlossaryTerm[], own: readonly GlossaryTerm[]): readonly GlossaryTerm[] {
  const taken = new Set(own.flatMap(({ ko, en }) => [...ko, ...en]))
  const rest = terms.map(({ id, ko, en }) => ({
    id,
    ko: ko.filter((name) => !taken.has(name)),
    en: en.filter((name) => !taken.has(name)),
  }))
  return [...own, ...rest.filter(({ ko, en }) => ko.length > 0 && en.length > 0)]
}

const text = v.pipe(v.string(), v.trim(), v.minLength(1))
const names = v.pipe(v.array(text), v.minLength(1))

const fileSchema = v.object({
  format: v.literal('munjin-glossary'),
  version: v.literal(1),
  notice: v.object({ en: text, ko: text }),
  terms: v.array(v.object({ id: text, ko: names, en: names })),
})
