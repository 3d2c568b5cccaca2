import type { Question, QuestionBank } from './question.ts'
import { isAnswer } from './question.ts'

/**
 * A bank as text that Anki imports (https://docs.ankiweb.net/importing/text-files.html): a note for each question, with the question
 * and its options in front and the key with the reasons behind. A note has a name of its own, so that a bank that is imported again
 * mends its notes and does not double them. Fields are HTML, in which the text's own signs are escaped.
 */
export function bankAsAnki({ id, title, questions }: QuestionBank): string {
  const head = [
    ...['#separator:tab', '#html:true', `#deck:${oneLine(title.ko)}`, '#columns:Front\tBack\tTags\tGuid'],
    ...['#tags column:3', '#guid column:4'],
  ]
  const notes = questions.map((question) =>
    [front(question), back(question), tagsField(question), `${id}.${question.id}`].join('\t'),
  )
  return [...head, ...notes].map((line) => `${line}\n`).join('')
}

function front({ stem, leadIn, options }: Question): string {
  return [...(stem === '' ? [] : [stem, '']), leadIn, '', ...options.map(({ label, text }) => `${label}. ${text}`)]
    .map(html)
    .join('<br>')
}

function back(question: Question): string {
  const { options, explanation, objective } = question
  const key = options.filter(({ label }) => isAnswer(question, label)).map(({ label, text }) => `${label}. ${text}`)
  const reasons = options
    .filter(({ rationale }) => rationale !== '')
    .map(({ label, rationale }) => `${label}: ${rationale}`)
  const blocks = [key, [explanation], [objective], reasons].map((block) => block.filter((text) => text !== ''))
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.map(html).join('<br>'))
    .join('<br><br>')
}

/** Anki has blanks between tags, and no tag begins a quoted field. */
function tagsField({ subject, tags }: Question): string {
  return [subject, ...tags].map((tag) => tag.replace(/\s+/g, '_').replaceAll('"', '')).join(' ')
}

/** A `#` at the beginning of a line would be a comment, and a quote one that has to be closed. */
function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('#', '&#35;')
    .replaceAll('\t', ' ')
    .replaceAll('\n', '<br>')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
