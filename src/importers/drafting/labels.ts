import { optionLabels } from '#domain/question-bank/question.ts'

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮'
const hangul = '가나다라마바사아자차카타파하'

/** `A.`, `(b)`, `3)`, `③`, `가.` before an option, as people number them. Never more than a few letters are looked at. */
const beforeOption = /^\s*(?:\(?([A-Oa-o]|1[0-5]|[1-9]|[가-하])[.):：]\)?\s*|([①-⑮])\s*)(?=\S)/

/** Which option a label means, counted from 0; null for what is no label. Letters of either case, numbers from 1, ①, 가. */
export function indexOfLabel(label: string): number | null {
  const text = label.trim().toUpperCase()
  const letter = optionLabels.findIndex((known) => known === text)
  if (letter >= 0) return letter
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 ? Number(text) - 1 : null
  const inCircle = text.length === 1 ? circled.indexOf(text) : -1
  if (inCircle >= 0) return inCircle
  const inHangul = text.length === 1 ? hangul.indexOf(text) : -1
  return inHangul >= 0 ? inHangul : null
}

/** What stands before an option, and the option without it. The label is null where there is none. */
export function splitLabel(line: string): { readonly index: number | null; readonly text: string } {
  const match = beforeOption.exec(line)
  const index = match === null ? null : indexOfLabel(match[1] ?? match[2] ?? '')
  return match === null || index === null ? { index: null, text: line } : { index, text: line.slice(match[0].length) }
}

/**
 * Options without the labels that they carry in their own texts. Only where all of them are labelled in order: one option that
 * begins with "A." is a text like any other.
 */
export function withoutLabels(options: readonly string[]): readonly string[] {
  const split = options.map(splitLabel)
  return split.length > 1 && split.every(({ index }, place) => index === place)
    ? split.map(({ text }) => text)
    : options
}

/** The text before its own last lines that are labelled in order, and those lines; no options where there are none. */
export function splitOptions(text: string): { readonly stem: string; readonly options: readonly string[] } {
  const lines = text.split('\n')
  const first = lines.findLastIndex((line) => splitLabel(line).index === 0)
  if (first < 0) return { stem: text, options: [] }
  const options: string[] = []
  for (const line of lines.slice(first)) {
    const { index, text: words } = splitLabel(line)
    const last = options.at(-1)
    if (index === options.length) options.push(words)
    else if (last !== undefined) options[options.length - 1] = `${last}\n${line}`.trim()
  }
  return { stem: lines.slice(0, first).join('\n').trim(), options }
}
