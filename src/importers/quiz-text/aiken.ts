import { aDraft } from '#domain/importing/draft.ts'
import type { Draft } from '#domain/importing/draft.ts'
import type { ContentFault } from '#domain/importing/import-fault.ts'
import { fail, succeed } from '#lib/result.ts'
import { aikenKey, aikenLine } from './aiken-lines.ts'
import { excerpt, linesOf, withPlainBreaks } from '../lines.ts'
import type { Line } from '../lines.ts'
import type { DraftsResult } from '../reading.ts'

/** Lettered options and a line that names one of them. */
export function isAiken(text: string): boolean {
  return (
    /^[ \t]*A[.)][ \t]/m.test(text) &&
    /^[ \t]*ANSWER[ \t]*[:：][ \t]*[A-O](?:[ \t]*[,;&][ \t]*[A-O])*(?:[.)][^"\r\n]*)?[ \t]*$/im.test(text)
  )
}

/**
 * Reads questions in Moodle's Aiken format (https://docs.moodle.org/en/Aiken_format): a question, options `A.` or `A)` to `O`, and
 * `ANSWER: C`. Beyond it, questions and options may run over lines, several answers be named, blank lines stand where they will,
 * and `EXPLANATION:` or `FEEDBACK:` follow the answer. Places are the first lines of questions.
 *
 * Faults of questions: `syntax` for an answer without a question and for text without options, `keyNotAnOption` for an answer that
 * is no letter; the draft of a question without an answer has no key. The file's: `empty`; `unknownFormat` without any options.
 */
export function readAiken(text: string): DraftsResult {
  const drafts: Draft[] = []
  const faults: ContentFault[] = []
  const put = (found: Draft | ContentFault): void => {
    if ('kind' in found) faults.push(found)
    else drafts.push(found)
  }
  const reader = openReader(put)
  for (const line of linesOf(withPlainBreaks(text))) reader.take(line)
  reader.end()
  if (drafts.length > 0 || faults.some(({ kind }) => kind !== 'syntax'))
    return succeed({ kind: 'drafts', drafts, faults })
  const isEmpty = text.trim() === ''
  return fail({ kind: isEmpty ? 'empty' : 'unknownFormat', place: null, detail: excerpt(text.trimStart()) })
}

type NumberedText = Pick<Line, 'number' | 'text'>

/** A question that is being read. */
interface OpenQuestion {
  readonly line: number
  readonly stem: NumberedText[]
  /** Each in its lines. */
  readonly options: string[][]
  key: string | null
  readonly explanation: NumberedText[]
  /** How many of these lines cannot be anything else: those after them may turn out to be the next question. */
  explained: number
  phase: 'stem' | 'options' | 'answered' | 'explained'
  /** Whether the last line was blank. */
  isApart: boolean
}

function openReader(put: (found: Draft | ContentFault) => void): { take(line: Line): void; end(): void } {
  let open: OpenQuestion | null = null

  const end = (): void => {
    if (open === null) return
    put(finished(open))
    open = null
  }
  const begin = (first: readonly NumberedText[], line: number): OpenQuestion => {
    end()
    open = {
      ...{ line: first[0]?.number ?? line, stem: [...first], options: [], key: null },
      ...{ explanation: [], explained: 0, phase: 'stem', isApart: false },
    }
    return open
  }
  const takeText = (number: number, text: string): void => {
    if (open === null) begin([{ number, text }], number)
    else if (open.phase === 'stem') open.stem.push({ number, text })
    else if (open.phase === 'options' && !open.isApart) open.options.at(-1)?.push(text)
    else if (open.phase === 'explained' && !open.isApart) open.explanation.push({ number, text })
    else begin([{ number, text }], number)
  }
  const takeOption = (number: number, index: number, text: string, words: string): void => {
    if (open !== null && (open.phase === 'stem' || open.phase === 'options')) {
      const isTurn = index === open.options.length
      // A second A means that the first one began a sentence: "A. fumigatus grows …".
      const isSecondFirst = index === 0 && open.options.length === 1
      if (isSecondFirst) open.stem.push({ number, text: `A. ${(open.options.pop() ?? []).join('\n')}` })
      if (!isTurn && !isSecondFirst) {
        takeText(number, words)
        return
      }
      open.options.push([text])
      open.phase = 'options'
    } else if (index === 0) {
      const next = begin(open?.explanation.splice(open.explained) ?? [], number)
      next.options.push([text])
      next.phase = 'options'
    } else takeText(number, words)
  }
  const takeAnswer = (number: number, key: string): void => {
    if (open?.key === null) {
      open.key = key
      open.phase = 'answered'
      open.explained = open.explanation.length
    } else {
      end()
      put({ kind: 'syntax', place: { unit: 'line', at: number }, detail: excerpt(`ANSWER: ${key}`) })
    }
  }
  const takeExplanation = (number: number, text: string, words: string): void => {
    if (open === null || open.phase === 'stem') {
      takeText(number, words)
      return
    }
    open.explanation.push({ number, text })
    open.explained = open.explanation.length
    open.phase = 'explained'
  }

  return {
    take({ number, text }) {
      const words = text.trim()
      const line = aikenLine(words)
      if (line.kind === 'option') takeOption(number, line.index, line.text, words)
      else if (line.kind === 'answer') takeAnswer(number, line.key)
      else if (line.kind === 'explanation') takeExplanation(number, line.text, words)
      else if (line.kind === 'text') takeText(number, words)
      else if (open?.phase === 'stem') open.stem.push({ number, text: '' })
      if (open !== null) open.isApart = line.kind === 'blank'
    },
    end,
  }
}

function finished({ line, stem, options, key, explanation }: OpenQuestion): Draft | ContentFault {
  const place = { unit: 'line', at: line } as const
  const asked = textOf(stem)
  if (options.length === 0) return { kind: 'syntax', place, detail: excerpt(asked) }
  const correct = key === null || key === '' ? [] : aikenKey(key)
  if (correct === null) return { kind: 'keyNotAnOption', place, detail: excerpt(key ?? '') }
  return aDraft({
    ...{ place, stem: asked, correct, explanation: textOf(explanation) },
    options: options.map((lines) => ({ text: lines.join(' ').trim(), rationale: '' })),
  })
}

function textOf(lines: readonly NumberedText[]): string {
  return lines
    .map(({ text }) => text)
    .join('\n')
    .trim()
}
