import type { Question, QuestionBank } from './question.ts'
import { optionLabels } from './question.ts'

/** Without it Excel takes UTF-8 for the code page of the country, and no Hangul survives. */
const byteOrderMark = '\ufeff'

/**
 * A bank as CSV by RFC 4180: a line of names, then one for each question, every cell quoted, lines that end in CR LF. The columns
 * are those that the importer knows by their names, and those that only a reader wants: the rationales.
 *
 * Spreadsheets take a cell that begins with `=`, `+`, `-`, `@`, or with these behind blanks, for a formula, and a formula can send
 * away what stands beside it. Such a cell gets an apostrophe in front, as OWASP advises (https://owasp.org/www-community/attacks/CSV_Injection); a
 * plain number keeps its sign, since it is only a number. Read back, the apostrophe is a part of the text.
 *
 * Not in it, and so lost on the way back: the language and kind of a question (found out anew), the state of its key, the objective,
 * what a group has in common, the day of a review.
 */
export function bankAsCsv({ questions }: Pick<QuestionBank, 'questions'>): string {
  const most = Math.max(2, ...questions.map(({ options }) => options.length))
  const labels = optionLabels.slice(0, most)
  const hasRationales = questions.some(({ options }) => options.some(({ rationale }) => rationale !== ''))
  const rationales = hasRationales ? labels : []
  const names = [
    ...['id', 'subject', 'stem', 'leadIn', ...labels, 'answer', 'explanation', 'tags', 'group', 'source'],
    ...rationales.map((label) => `rationale ${label}`),
  ]
  const rows = questions.map((question) => [
    ...[question.id, question.subject, question.stem, question.leadIn],
    ...labels.map((_, index) => question.options[index]?.text ?? ''),
    ...[question.answers.join(', '), question.explanation, tagsCell(question), question.group?.id ?? ''],
    question.source.note,
    ...rationales.map((_, index) => question.options[index]?.rationale ?? ''),
  ])
  return byteOrderMark + [names, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
}

/** Each with a semicolon behind it, so that a tag of two words stays one. */
function tagsCell({ tags }: Question): string {
  return tags.map((tag) => `${tag};`).join(' ')
}

const formula = /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠]|^[\t\r]/
const plainNumber = /^[+-]?\d+(?:[.,]\d+)*%?$/

function quoted(text: string): string {
  const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
