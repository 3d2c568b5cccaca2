import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ModelOffer } from '#domain/models/offer.ts'
import { checkTokens } from './fits-offer.ts'

const mini = readFileSync(new URL('../../../model-config/mini/checkpoint/tokenizer.json', import.meta.url))
const expected: ModelOffer['tokenizer'] = {
  ...{ tokens: 6144, special: { '<|endoftext|>': 0, '<|im_end|>': 2 } },
  encodings: [{ word: '충수염', ids: [557, 107, 635, 361] }],
}

const check = (text: string, wanted = expected) =>
  checkTokens([{ name: 'tokenizer.json', bytes: new TextEncoder().encode(text) }], wanted)

describe('the tokenizer that an offer expects', () => {
  it('is taken', () => {
    expect(check(mini.toString('utf8'))).toBeNull()
  })

  it('is refused where a special token has another number, or is missing', () => {
    const special = { '<|endoftext|>': 7 }
    expect(check(mini.toString('utf8'), { ...expected, special })).toMatchObject({ kind: 'tokenId', found: 0 })
    expect(check('{"added_tokens": []}')).toMatchObject({ kind: 'tokenMissing', token: '<|endoftext|>' })
  })

  it('is refused where it cuts a word otherwise, though every special token is right', () => {
    const other = JSON.parse(mini.toString('utf8')) as { model: { merges: unknown[] } }
    other.model.merges = other.model.merges.slice(0, 50)
    expect(check(JSON.stringify(other))).toMatchObject({
      kind: 'encoding',
      word: '충수염',
      expected: [557, 107, 635, 361],
    })
  })
})
