import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { BankFault, BankFaultKind } from './parse-bank.ts'
import { readBank } from './parse-bank.ts'
import type { KeyStatus, Question, QuestionKind, QuestionLanguage } from './question.ts'
import { isAnswer, optionLabels } from './question.ts'

/** A question while it is written: nothing is promised of its texts. */
export interface QuestionForm {
  readonly language: QuestionLanguage
  readonly kind: QuestionKind
  readonly subject: string
  readonly stem: string
  readonly leadIn: string
  readonly options: readonly FormOption[]
  readonly keyStatus: KeyStatus
  readonly keyNote: string
  readonly objective: string
  readonly explanation: string
  /** With commas between them. */
  readonly tags: string
  readonly source: string
  /** What cannot be written in a form and stays as it was. */
  readonly rest: Pick<Question, 'id' | 'figureMissing' | 'group'> & Pick<Question['source'], 'reviewedAt'>
}

export interface FormOption {
  readonly text: string
  readonly rationale: string
  readonly isKey: boolean
}

/** The place of a fault: a field of the form, `options.1.text` for a field of its second option. */
export interface FormFault {
  readonly field: string
  readonly kind: BankFaultKind
}

const emptyOption: FormOption = { text: '', rationale: '', isKey: false }

/** As many options as an item of the licensing examination has. */
const usualOptions = 5

export interface NewFormParts {
  readonly id: string
  readonly language: QuestionLanguage
  readonly source: string
}

export function newForm({ id, language, source }: NewFormParts): QuestionForm {
  return {
    ...{ language, kind: 'other', subject: 'unsorted', stem: '', leadIn: '', source },
    options: Array.from({ length: usualOptions }, () => emptyOption),
    ...{ keyStatus: 'final', keyNote: '', objective: '', explanation: '', tags: '' },
    rest: { id, figureMissing: false, group: null, reviewedAt: null },
  }
}

export function formOf(question: Question): QuestionForm {
  const { id, figureMissing, group, source, tags, options } = question
  const { language, kind, subject, stem, leadIn, keyStatus, keyNote, objective, explanation } = question
  return {
    ...{ language, kind, subject, stem, leadIn, keyStatus, keyNote, objective, explanation },
    options: options.map(({ label, text, rationale }) => ({ text, rationale, isKey: isAnswer(question, label) })),
    tags: tags.join(', '),
    source: source.note,
    rest: { id, figureMissing, group, reviewedAt: source.reviewedAt },
  }
}

/** The question of a form, or what is wrong with it by the rules of the bank format. Blank options at the end are none. */
export function questionOf(form: QuestionForm): Result<Question, readonly FormFault[]> {
  const { id, figureMissing, group, reviewedAt } = form.rest
  const last = form.options.findLastIndex(({ text, rationale, isKey }) => isKey || plain(`${text}${rationale}`) !== '')
  const written = form.options.slice(0, last + 1)
  const raw = {
    ...{ id, figureMissing, group, language: form.language, kind: form.kind, keyStatus: form.keyStatus },
    ...{ subject: plain(form.subject), stem: plain(form.stem), leadIn: plain(form.leadIn) },
    options: written.map(({ text, rationale }, index) => ({
      ...{ label: optionLabels[index], text: plain(text), rationale: plain(rationale) },
    })),
    answers: written.flatMap(({ isKey }, index) => (isKey ? (optionLabels[index] ?? []) : [])),
    ...{ keyNote: plain(form.keyNote), objective: plain(form.objective), explanation: plain(form.explanation) },
    tags: tagsIn(form.tags),
    source: { note: plain(form.source), reviewedAt },
  }
  const { questions, faults } = readBank({ ...fileAround, questions: [raw] })
  const [question] = questions
  return question === undefined ? fail(faults.map(inForm)) : succeed(question)
}

/** What a question needs around it to be read. */
const fileAround = {
  ...{ format: 'munjin-bank', version: 1, id: 'form', licence: 'CC0-1.0', author: '—', createdAt: '2000-01-01' },
  title: { en: 'form' },
}

/** As FORMAT.md wants texts: composed, and without blanks at their ends. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim()
}

function tagsIn(text: string): readonly string[] {
  const tags = text.split(/[,\n]/).map(plain)
  return [...new Set(tags.filter((tag) => tag !== ''))]
}

/** `questions.0.options.1.text` is the field `options.1.text`; the fields that are one text in the form have no places. */
function inForm({ kind, path }: BankFault): FormFault {
  const field = path.split('.').slice(2).join('.')
  // Letters are given here, so that an option without one is an option too many.
  if (field.endsWith('.label')) return { field: 'options', kind: 'optionCount' }
  const whole = ['answers', 'tags', 'source'].find((name) => field === name || field.startsWith(`${name}.`))
  return { field: whole ?? field, kind }
}
