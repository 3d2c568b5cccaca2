import { disassemble, getChoseong } from 'es-hangul'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText, searchWords } from './search-words.ts'

const finds = (query: string, text: string): boolean => searchWords(query).every((word) => word.isIn(plainText(text)))

const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code))
const hangul = fc.array(syllable, { minLength: 1, maxLength: 6 }).map((all) => all.join(''))

describe('a search word', () => {
  it.each([
    ['혈색소', 'ㅎ', true],
    ['혈색소', 'ㅎㅅㅅ', true],
    ['혈색소', 'ㅅㅅ', true],
    ['혈색소', 'ㅎㄱ', false],
    ['혈색소', '혈ㅅ', true],
    ['심근경색', '색소', false],
    ['화생', '호', true],
    ['닭', '달', true],
    ['값이', '갑', true],
    ['Hemoglobin', 'HEMO', true],
    ['pH (arterial)', '(art', true],
    ['항-Xa', '항-x', true],
    ['항aXa', '항-x', false],
  ])('in %s: %s is found: %s', (text, query, isFound) => {
    expect(finds(query, text)).toBe(isFound)
  })

  it('is found at every keystroke on the way to it', () => {
    for (const typed of ['ㅎ', '혀', '혈', '혈ㅅ', '혈새', '혈색', '혈샋', '혈색소'])
      expect(finds(typed, '혈색소')).toBe(true)
  })

  it('that is not the last one is not in the making', () => {
    expect(finds('가 기', '각 기능')).toBe(false)
    expect(finds('각 기', '각 기능')).toBe(true)
  })

  it('is in no text that lacks one of its units', () => {
    const jamo = fc.constantFrom(...Array.from('ㄱㄳㅎㅏaZ1 -'))
    const query = fc.array(fc.oneof(syllable, jamo), { maxLength: 4 }).map((all) => all.join(''))
    fc.assert(
      fc.property(hangul, query, fc.boolean(), (text, other, isOwn) => {
        const plain = plainText(text)
        for (const word of searchWords(isOwn ? text.slice(0, 2) : other)) {
          const hasUnits = word.units.every((ranges) =>
            plain
              .split('')
              .some((unit) => ranges.some(([from, to]) => unit.charCodeAt(0) >= from && unit.charCodeAt(0) <= to)),
          )
          expect(hasUnits || !word.isIn(plain)).toBe(true)
        }
      }),
    )
  })

  it('finds a text by its initial consonants', () => {
    fc.assert(fc.property(hangul, (text) => finds(getChoseong(text), text)))
  })

  it('finds a text by any beginning of its sounds that makes whole syllables', () => {
    fc.assert(
      fc.property(hangul, hangul, (text, typed) => {
        // Sounds that begin alike are found; a word of nothing in common is not.
        if (disassemble(text).startsWith(disassemble(typed))) expect(finds(typed, text)).toBe(true)
        if (!disassemble(text).includes(disassemble(typed))) expect(finds(typed, text)).toBe(false)
      }),
    )
  })

  it('finds a text by each of its own beginnings, the last syllable cut anywhere', () => {
    fc.assert(
      fc.property(hangul, fc.nat(), (text, cut) => {
        const whole = text.slice(0, (cut % text.length) + 1)
        const last = whole.charCodeAt(whole.length - 1) - 0xac00
        const withoutCoda = whole.slice(0, -1) + String.fromCharCode(0xac00 + last - (last % 28))
        expect(finds(whole, text)).toBe(true)
        expect(finds(withoutCoda, text)).toBe(true)
      }),
    )
  })
})
