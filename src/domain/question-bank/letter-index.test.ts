import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexLetters } from './letter-index.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '가', '나', '힣', ' '), maxLength: 8 })

describe('an index of letters', () => {
  it('says of each text whether it has a letter of every choice', () => {
    const letter = fc.constantFrom('a', 'b', '가', '나', 'z')
    const choice = fc.array(letter, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 70 }), fc.array(choice, { maxLength: 3 }), (texts, choices) => {
        const having = indexLetters(texts).having(
          choices.map((letters) => letters.map((each) => [each.charCodeAt(0), each.charCodeAt(0)] as const)),
        )
        const expected = texts.map((each) => choices.every((letters) => letters.some((one) => each.includes(one))))
        expect(texts.map((_, place) => having(place))).toEqual(expected)
      }),
    )
  })

  it('takes a range from its first letter to its last', () => {
    const having = indexLetters(['가', '각', '나']).having([[['가'.charCodeAt(0), '각'.charCodeAt(0)]]])
    expect([0, 1, 2].map(having)).toEqual([true, true, false])
  })
})
