import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesOf } from './sentences.ts'

describe('the sentences of a stem', () => {
  it('are cut where they end, in both languages', () => {
    expect(sentencesOf('45세 남자가 왔다. 혈압은 90/60 mmHg이다.', 'ko').map(({ text }) => text)).toEqual([
      '45세 남자가 왔다.',
      '혈압은 90/60 mmHg이다.',
    ])
    expect(sentencesOf('Pain moved.\nHe has a fever of 38.5 °C.', 'en').map(({ text }) => text)).toEqual([
      'Pain moved.',
      'He has a fever of 38.5 °C.',
    ])
  })

  it('stand where they say, one after the other', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '가', '.', ' ', '\n', '?') }), (text) => {
        let from = 0
        for (const { text: sentence, start, end } of sentencesOf(text, 'ko')) {
          expect(text.slice(start, end)).toBe(sentence)
          expect(start).toBeGreaterThanOrEqual(from)
          from = end
        }
      }),
    )
  })
})
