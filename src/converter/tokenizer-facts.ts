import type { ConversionFault } from '#domain/models/conversion-fault.ts'
import { fail, succeed } from '#lib/result.ts'
import type { Result } from '#lib/result.ts'
import { isCount, isObject, parseObject } from './plain-json.ts'

/** What the chat configuration needs of `tokenizer.json`. */
export interface TokenizerFacts {
  /** Rows of the model that a token stands for; the rest of the vocabulary is padding. */
  readonly activeVocab: number
  readonly endOfText: number
  readonly imEnd: number
}

const file = 'tokenizer.json'

/** Checks what the runtime takes for granted: no added token twice, every id within the model, the marks of a chat. */
export function readTokenizer(text: string, vocabSize: number): Result<TokenizerFacts, ConversionFault> {
  const parsed = parseObject(file, text)
  if (!parsed.ok) return parsed
  const { model, added_tokens: added } = parsed.value
  const vocabulary = isObject(model) ? model['vocab'] : undefined
  if (!isObject(vocabulary)) return fail({ kind: 'unreadable', file, where: 'model.vocab', expected: 'an object' })
  if (!Array.isArray(added)) return fail({ kind: 'unreadable', file, where: 'added_tokens', expected: 'a list' })
  const marks = new Map<string, number>()
  for (const token of added as readonly unknown[]) {
    const { content, id } = isObject(token) ? token : {}
    if (typeof content !== 'string' || !isCount(id))
      return fail({ kind: 'unreadable', file, where: 'added_tokens', expected: 'tokens with content and id' })
    if (marks.has(content)) return fail({ kind: 'tokenTwice', file, token: content })
    marks.set(content, id)
  }
  let largest = 0
  for (const id of [...Object.values(vocabulary), ...marks.values()]) if (isCount(id) && id > largest) largest = id
  if (largest >= vocabSize) return fail({ kind: 'tokensBeyondVocabulary', file, largest, rows: vocabSize })
  const [endOfText, imEnd] = ['<|endoftext|>', '<|im_end|>'].map((mark) => marks.get(mark))
  if (endOfText === undefined) return fail({ kind: 'tokenMissing', file, token: '<|endoftext|>' })
  if (imEnd === undefined) return fail({ kind: 'tokenMissing', file, token: '<|im_end|>' })
  if (!marks.has('<|im_start|>')) return fail({ kind: 'tokenMissing', file, token: '<|im_start|>' })
  return succeed({ activeVocab: largest + 1, endOfText, imEnd })
}
