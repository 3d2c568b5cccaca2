import type { OptionLabel } from './question.ts'
import { optionLabels } from './question.ts'

/** The letter that a model's text names, and by which rule it was found. `ambiguous`: it names others as well. */
export type ExtractedAnswer =
  | { readonly kind: 'answer'; readonly label: OptionLabel; readonly rule: ExtractionRule; readonly ambiguous: boolean }
  | { readonly kind: 'none' }

export type ExtractionRule = 'json' | 'boxed' | 'korean' | 'english' | 'koreanTail' | 'bareLine' | 'optionText'

/**
 * Reads which option a model chose. Nothing is guessed: a text that names none has none.
 *
 * The first rule that finds anything decides, and within it the last match. Whatever stands before the end of a thought
 * is left out, and a thought that was never closed has no answer. `optionTexts` lets an option quoted word for word
 * count as its letter.
 */
export function extractAnswer(text: string, optionCount: number, optionTexts: readonly string[] = []): ExtractedAnswer {
  const spoken = afterThought(text)
  if (spoken === null) return none
  const said = plainText(spoken)
  if (said.trim() === '') return none
  return saidOutright(said, optionCount) ?? bareLine(said, optionCount) ?? quotedOption(said, optionTexts) ?? none
}

const none: ExtractedAnswer = { kind: 'none' }

function answer(index: number, rule: ExtractionRule, ambiguous = false): ExtractedAnswer | null {
  const label = optionLabels[index]
  return label === undefined ? null : { kind: 'answer', label, rule, ambiguous }
}

function afterThought(text: string): string | null {
  const closed = text.lastIndexOf('</think>')
  if (closed >= 0) return text.slice(closed + '</think>'.length)
  return text.includes('<think>') ? null : text
}

/**
 * Full-width letters, digits and brackets become plain, invisible characters go. Not NFKC, which makes `10³` a `103`.
 * Runs of blanks become one, so that no pattern below can be made slow by a long run.
 */
function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[：﹕]/g, ':')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/．/g, '.')
    .replace(/[［【]/g, '[')
    .replace(/[］】]/g, ']')
    .replace(/[“”]/g, '"')
    .replace(/\u200b|\u200c|\u200d|\u2060|\ufeff/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
}

const circled = '①②③④⑤⑥⑦⑧⑨⑩'
const unit = 'mg|mL|ml|g|kg|cm|mm|세|개월|주|일|년|회|명|시간|분|도'

/** One option as a text may name it: ③, C, (C), 3. A digit must not belong to a number or a quantity. */
function optionToken(optionCount: number): string {
  const lastLetter = optionLabels[optionCount - 1] ?? 'J'
  const lastDigit = Math.min(optionCount, 9)
  const digit = `([1-${lastDigit}])(?!\\d|\\s*[%.]\\s*\\d|\\s*%|\\s*(?:${unit}))`
  return `(?:([${circled.slice(0, optionCount)}])|[\\(\\[]?\\s*(?:([A-${lastLetter}])|${digit})\\s*[\\)\\]]?)`
}

function optionIndex(match: RegExpExecArray): number {
  const [, circle, letter, digit] = match
  if (circle !== undefined) return circled.indexOf(circle)
  if (letter !== undefined) return letter.toUpperCase().charCodeAt(0) - 'A'.charCodeAt(0)
  return Number(digit) - 1
}

function saidOutright(said: string, optionCount: number): ExtractedAnswer | null {
  for (const [rule, pattern] of sentencePatterns(optionToken(optionCount))) {
    const matches = [...said.matchAll(new RegExp(pattern, 'giu'))]
    const meant = rule === 'english' ? matches.filter((match) => !isArticle(match, said)) : matches
    const indices = meant.map(optionIndex)
    const last = indices.at(-1)
    if (last !== undefined) return answer(last, rule, new Set(indices).size > 1)
  }
  return null
}

function sentencePatterns(token: string): readonly (readonly [ExtractionRule, string])[] {
  const decoration = '[\\s*_`~"\'“”:=\\-–>]*'
  const wordEnd = '(?![\\p{L}\\p{N}_])'
  const koreanEnd = '(?:\\s*번)?(?=$|[^\\p{L}\\p{N}]|입니다|이다|이며|번|이고|임|예요|이에요)'
  return [
    ['json', `"?(?:answer|정답|답)"?\\s*:\\s*"?\\s*${token}\\s*(?:번)?\\s*"?\\s*[,}]`],
    [
      'boxed',
      `\\\\boxed\\s*\\{\\s*(?:\\\\(?:text|mathrm|mathbf|textbf)\\s*\\{\\s*)?${token}(?:[.\\s):][^{}]*)?\\s*\\}`,
    ],
    [
      'korean',
      `(?:최종\\s*)?(?:정답|답안|답변|답|선택)(?:은|는|이|으로는)?[\\])]?${decoration}` +
        `(?:선택지|보기|옵션)?\\s*${token}${koreanEnd}`,
    ],
    [
      'english',
      `(?:final\\s+|correct\\s+|best\\s+)?(?:answer|choice|option)(?:\\s+(?:is|would\\s+be|choice|option))*` +
        `${decoration}(?:option\\s+|choice\\s+)?${token}${wordEnd}`,
    ],
    ['koreanTail', `${token}\\s*번?\\s*(?:이|가)?\\s*(?:정답|답)(?:입니다|이다|임|이에요|예요|으로)`],
  ]
}

/** "Answer: A patient with fever" names no option; "the answer is A because" does. */
function isArticle(match: RegExpExecArray, said: string): boolean {
  const rest = said.slice(match.index + match[0].length)
  const goesOn = /^\s+(?!because|since|as\b|due|for\b|and\b|which|given|based|\()[a-z]/.test(rest)
  return /a$/i.test(match[0].trim()) && goesOn
}

/** A line that is nothing but an option: the last line, else the first. */
function bareLine(said: string, optionCount: number): ExtractedAnswer | null {
  const lines = said
    .split('\n')
    .map((line) => line.replace(/[*_`#>]/g, '').trim())
    .filter((line) => line !== '')
  const token = new RegExp(`^${optionToken(optionCount)}\\s*번?\\s*(?:[.):]\\s*.*)?$`, 'iu')
  const oneCircle = new RegExp(`^([${circled.slice(0, optionCount)}])[^${circled}]*$`, 'u')
  for (const line of [lines.at(-1), lines.at(0)]) {
    if (line === undefined) continue
    const match = token.exec(line) ?? oneCircle.exec(line)
    if (match !== null) return answer(optionIndex(match), 'bareLine')
  }
  return null
}

/** The one option whose text is quoted; an option inside another's text does not count beside it. */
function quotedOption(said: string, optionTexts: readonly string[]): ExtractedAnswer | null {
  const quoted = optionTexts
    .map((text, index) => ({ index, text: plainText(text).trim() }))
    .filter(({ text }) => text.length >= 3 && said.includes(text))
  const whole = quoted.filter((one) => !quoted.some((other) => other !== one && other.text.includes(one.text)))
  const [only] = whole
  return only !== undefined && whole.length === 1 ? answer(only.index, 'optionText') : null
}
