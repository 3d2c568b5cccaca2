import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readBytePairs } from './byte-pairs.ts'

const tokenizer = JSON.parse(
  readFileSync(new URL('../../model-config/mini/checkpoint/tokenizer.json', import.meta.url), 'utf8'),
) as { readonly model: unknown }

describe('byte-pair encoding', () => {
  // Encoded with the `tokenizers` library 0.22, which reads the same file.
  it.each([
    ['appendicitis', [69, 708, 605, 2300]],
    ['충수염', [557, 107, 635, 361]],
  ])('encodes %s as the reference library does', (word, ids) => {
    expect(readBytePairs(tokenizer.model)?.encode(word)).toEqual(ids)
  })

  it('reads merges of either form', () => {
    const vocab = { a: 0, b: 1, ab: 2, abb: 3 }
    expect(readBytePairs({ vocab, merges: ['a b', 'ab b'] })?.encode('abba')).toEqual([3, 0])
    expect(readBytePairs({ vocab, merges: [['a', 'b']] })?.encode('abba')).toEqual([2, 1, 0])
  })

  it('marks what the vocabulary lacks', () => {
    expect(readBytePairs({ vocab: { a: 0 }, merges: [] })?.encode('az')).toEqual([0, -1])
  })

  it('knows no other kind of tokenizer', () => {
    expect(readBytePairs({ vocab: [['a', 0]] })).toBeNull()
    expect(readBytePairs(null)).toBeNull()
  })
})
