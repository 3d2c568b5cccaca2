import type { ContentFault } from '#domain/importing/import-fault.ts'
import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import { splitTokens, textOf } from './gift-tokens.ts'
import type { GiftMark, GiftToken } from './gift-tokens.ts'
import { trueFalseWords } from '../moodle/moodle-question.ts'
import type { MoodleOption } from '../moodle/moodle-question.ts'
import { noText } from '../moodle/moodle-text.ts'
import type { MoodleFormat, MoodleText } from '../moodle/moodle-text.ts'

/** What a question of GIFT says, apart from where it stands. */
export interface GiftQuestion {
  readonly stem: MoodleText
  readonly options: readonly MoodleOption[]
  readonly takesSeveral: boolean
  readonly explanation: MoodleText
}

type Problem = Omit<ContentFault, 'place'>

/** What stands where the answers were, if the sentence goes on after them. */
const missingWord = '_____'

/**
 * Reads a question without its title.
 *
 * Faults: `syntax` where there is not one pair of braces; `unsupportedKind` for a kind that has no options, which the detail names:
 * description, essay, numerical, matching, shortanswer.
 *
 * @param format of texts that do not say their own
 */
export function readGiftQuestion(tokens: readonly GiftToken[], format: MoodleFormat): Result<GiftQuestion, Problem> {
  const [before, answers, after] = cutAtBraces(tokens)
  if (before === undefined) return fail({ kind: 'syntax', detail: textOf(tokens) })
  if (answers === undefined || after === undefined) return fail({ kind: 'unsupportedKind', detail: 'description' })
  const rest = textOf(after).trim()
  const stem = formatted(`${textOf(before)}${rest === '' ? '' : missingWord}${textOf(after)}`, format)

  const feedbackAt = answers.findLastIndex(({ mark }) => mark === '####')
  const body = feedbackAt === -1 ? answers : answers.slice(0, feedbackAt)
  const explanation = feedbackAt === -1 ? noText : formatted(textOf(answers.slice(feedbackAt + 1)), stem.format)

  const kind = kindOf(body)
  switch (kind) {
    case 'multichoice':
      return succeed({ stem, options: choices(body, stem.format), takesSeveral: !has(body, '='), explanation })
    case 'truefalse':
      return succeed({ stem, options: trueOrFalse(body, stem), takesSeveral: false, explanation })
    default:
      return fail({ kind: 'unsupportedKind', detail: kind })
  }
}

/** What is before, in and after the braces; only the first without braces, and nothing where they are not one pair. */
function cutAtBraces(tokens: readonly GiftToken[]): readonly (readonly GiftToken[])[] {
  const braces = tokens.flatMap(({ mark }) => (mark === '{' || mark === '}' ? [mark] : []))
  const isPair = braces.length === 0 || braces.join('') === '{}'
  return isPair ? splitTokens(tokens, ({ mark }) => mark === '{' || mark === '}') : []
}

/** The kind of question that its answers tell, by the rules of Moodle in their order. */
function kindOf(
  answers: readonly GiftToken[],
): 'multichoice' | 'truefalse' | 'essay' | 'numerical' | 'matching' | 'shortanswer' {
  const first = answers.find(({ text }) => text.trim() !== '')
  if (first === undefined) return 'essay'
  if (first.mark === '#') return 'numerical'
  if (has(answers, '~')) return 'multichoice'
  if (has(answers, '=') && has(answers, '->')) return 'matching'
  return truth(answers) === null ? 'shortanswer' : 'truefalse'
}

function has(tokens: readonly GiftToken[], mark: GiftMark): boolean {
  return tokens.some((token) => token.mark === mark)
}

function truth(answers: readonly GiftToken[]): boolean | null {
  const [answer] = splitTokens(answers, isFeedback, 1)
  const word = textOf(answer ?? [])
    .trim()
    .toUpperCase()
  if (word === 'T' || word === 'TRUE') return true
  return word === 'F' || word === 'FALSE' ? false : null
}

/** `{T#for who is wrong#for who is right}` */
function trueOrFalse(answers: readonly GiftToken[], stem: MoodleText): readonly MoodleOption[] {
  const [, ifWrong, ifRight] = splitTokens(answers, isFeedback, 2)
  const words = trueFalseWords(stem.text)
  const isTrue = truth(answers) === true
  return [true, false].map((value) => ({
    text: { text: words[value ? 'true' : 'false'], format: 'plain' },
    feedback: formatted(textOf((value === isTrue ? ifRight : ifWrong) ?? []), stem.format),
    weight: value === isTrue ? 100 : 0,
  }))
}

/** What stands before the first mark is an option too, if it is anything. */
function choices(answers: readonly GiftToken[], format: MoodleFormat): readonly MoodleOption[] {
  const marks = answers.filter(({ mark }) => mark === '=' || mark === '~')
  const parts = splitTokens(answers, ({ mark }) => mark === '=' || mark === '~')
  return parts.flatMap((part, index) => {
    const mark = index === 0 ? null : (marks[index - 1]?.mark ?? null)
    return mark === null && textOf(part).trim() === '' ? [] : [choice(part, mark === '=' ? 100 : 0, format)]
  })
}

function choice(tokens: readonly GiftToken[], usualWeight: number, format: MoodleFormat): MoodleOption {
  const [words, feedback] = splitTokens(tokens, isFeedback, 1)
  const text = textOf(words ?? []).trim()
  const weight = /^%(-?\d{1,3}(?:\.\d{0,10})?)%/.exec(text)
  return {
    text: formatted(text.slice(weight?.[0].length ?? 0), format),
    feedback: formatted(textOf(feedback ?? []), format),
    weight: weight === null ? usualWeight : Number(weight[1]),
  }
}

function isFeedback({ mark }: GiftToken): boolean {
  return mark === '#' || mark === '####'
}

const formats: Readonly<Record<string, MoodleFormat>> = {
  html: 'html',
  moodle: 'moodle',
  plain: 'plain',
  markdown: 'plain',
}

/** A text may begin with the name of its format: `[html]<b>a</b>`. */
function formatted(text: string, format: MoodleFormat): MoodleText {
  const words = text.trim()
  const own = /^\[([a-z]{1,10})\]/.exec(words)
  const named = formats[own?.[1] ?? '']
  return own === null || named === undefined
    ? { text: words, format }
    : { text: words.slice(own[0].length).trim(), format: named }
}
