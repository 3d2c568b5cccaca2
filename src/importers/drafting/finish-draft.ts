import type { Draft } from '#domain/importing/draft.ts'
import type { ContentFault, RowFault, RowWarning } from '#domain/importing/import-fault.ts'
import type { Markup } from '#domain/importing/table.ts'
import type { Question, QuestionLanguage } from '#domain/question-bank/question.ts'
import { optionLabels } from '#domain/question-bank/question.ts'
import { longestText } from '#domain/question-bank/question-schema.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { composed, withoutControls } from '../clean-text.ts'
import { contentId } from './content-id.ts'
import { htmlToText } from '../html/html-text.ts'
import { withoutLabels } from './labels.ts'
import { splitLeadIn } from './split-lead-in.ts'
import { subjectOf } from './subjects.ts'

/** A question without its id, which depends on the others of the file, and what a student should know of it. */
export interface Finished {
  readonly question: Omit<Question, 'id'>
  readonly warnings: readonly RowWarning[]
}

/** A question of a bank from what a file had: as plain text, complete, and with a key that names one of its options. */
export function finishDraft(draft: Draft, fileName: string): Result<Finished, RowFault> {
  const at = (kind: ContentFault['kind'], detail: string): Result<never, RowFault> =>
    fail({ kind, place: draft.place, detail: detail.slice(0, 80) })
  const seen = reader(draft.markup)
  const asked = seen(draft.stem)
  const split = draft.leadIn === '' ? splitLeadIn(asked) : { stem: asked, leadIn: seen(draft.leadIn) }
  const texts = withoutLabels(draft.options.map(({ text }) => seen(text)))
  const rationales = draft.options.map(({ rationale }) => seen(rationale))
  const explanation = seen(draft.explanation)

  if (split.leadIn === '') return at('noStem', '')
  if (texts.length < 2 || texts.length > optionLabels.length) return at('optionCount', `${texts.length}`)
  const empty = texts.indexOf('')
  if (empty >= 0) return at('emptyOption', optionLabels[empty] ?? '')
  const same = texts.find((text, index) => texts.indexOf(text) < index)
  if (same !== undefined) return at('sameOption', same)
  if (draft.correct.length === 0) return at('noKey', split.leadIn)
  const beyond = draft.correct.find((index) => index < 0 || index >= texts.length)
  if (beyond !== undefined) return at('keyNotAnOption', `${beyond + 1}`)
  const long = [split.stem, split.leadIn, explanation, ...texts, ...rationales].find(
    (text) => text.length > longestText,
  )
  if (long !== undefined) return at('tooLong', long)

  const whole = [split.stem, split.leadIn, ...texts].join('\n')
  const { figures, active } = seen.found()
  const figure = figures[0] ?? wordsOfFigure.exec(whole)?.[0] ?? null
  const options = texts.flatMap((text, index) => {
    const label = optionLabels[index]
    return label === undefined ? [] : [{ label, text, rationale: rationales[index] ?? '' }]
  })
  return succeed({
    question: {
      ...{ language: languageOf(whole), kind: 'other', subject: subjectOf(seen(draft.subject)), ...split, options },
      answers: draft.correct.flatMap((index) => optionLabels[index] ?? []),
      ...{ keyStatus: 'final', keyNote: '', objective: '', explanation },
      tags: draft.tags.map(seen).filter((tag) => tag !== ''),
      figureMissing: figure !== null,
      group: draft.group === null ? null : { id: contentId(draft.group), theme: '' },
      source: { note: [fileName, seen(draft.source)].filter((part) => part !== '').join(': '), reviewedAt: null },
    },
    warnings: [
      ...(figure === null ? [] : [{ kind: 'missingFigure', place: draft.place, detail: figure.slice(0, 80) } as const]),
      ...(active ? [{ kind: 'activeContent', place: draft.place, detail: '' } as const] : []),
    ],
  })
}

/** How a text speaks of a picture that it comes with. Only plain signs: a warning at every question is none. */
const wordsOfFigure = new RegExp(
  [
    ...[
      '\\(?(?:그림|사진|도표)\\s?(?:\\d|참[고조]|과 같|은 다음|은 아래)',
      '다음\\s?(?:그림|사진|영상)',
      '<(?:그림|사진)',
    ],
    ...['\\b(?:figure|image|photograph|exhibit|graph) (?:\\d|below|above|shown|is shown)'],
    ...[
      '\\b(?:is|are) shown (?:below|above|in the (?:figure|image|exhibit|photograph|graph))',
      '\\(see (?:figure|image)',
    ],
  ].join('|'),
  'i',
)

interface Reader {
  (text: string): string
  /** What was met in all the texts read so far that is not text. */
  found(): { readonly figures: readonly string[]; readonly active: boolean }
}

function reader(markup: Markup): Reader {
  const figures: string[] = []
  let active = false
  const read = (text: string): string => {
    if (markup === 'plain' && !looksLikeHtml.test(text)) return plainText(text)
    const found = htmlToText(text)
    figures.push(...found.figures)
    active ||= found.active
    return found.text
  }
  return Object.assign(read, { found: () => ({ figures, active }) })
}

/** Files that say nothing of HTML are full of it all the same. "p < 0.05 and > 3" is none. */
const looksLikeHtml =
  /<\/?(?:p|br|div|span|b|i|u|em|strong|sub|sup|ul|ol|li|table|tr|td|th|img|a|font|h[1-6]|pre|script|style|iframe)(?:\s[^<>]{0,2000})?\/?>|&(?:nbsp|lt|gt|amp|quot|#\d{1,6});/i

function plainText(text: string): string {
  return composed(withoutControls(text)).trim()
}

/** A Korean item is full of Latin words, and an English one has no Hangul. */
function languageOf(text: string): QuestionLanguage {
  const hangul = text.match(/[가-힣]/g)?.length ?? 0
  const latin = text.match(/[A-Za-z]/g)?.length ?? 0
  return hangul * 5 >= latin && hangul > 0 ? 'ko' : 'en'
}
