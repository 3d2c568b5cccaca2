import type { Range } from './hangul-pattern.ts'
import { hangulPattern, hasInitials, unitsOf } from './hangul-pattern.ts'

/** What is looked for: one word of a query, made once and then asked of many texts. */
export interface SearchWord {
  /** Whether syllables are said by their initial consonants (`ㅎㅅㅅ` for 혈색소), of which long texts hold many by chance. */
  readonly hasInitials: boolean
  /** What a text must have that it is in, see `unitsOf`. */
  readonly units: readonly (readonly Range[])[]
  /** @param text as `plainText` gives it */
  isIn(text: string): boolean
}

/** The form in which texts are compared: without capitals, Hangul in whole syllables however it was typed. */
export function plainText(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

/** The words of a query. The last one may be in the making, so that a list does not flicker while a syllable is composed. */
export function searchWords(query: string): readonly SearchWord[] {
  const words = plainText(query).split(/\s+/u).filter(Boolean)
  return words.map((word, index) => searchWord(word, index === words.length - 1))
}

function searchWord(word: string, isLast: boolean): SearchWord {
  const units = unitsOf(word, isLast)
  if (!/[ㄱ-ㅎ가-힣]/u.test(word)) return { units, hasInitials: false, isIn: (text) => text.includes(word) }
  const pattern = new RegExp(hangulPattern(word, isLast))
  return { units, hasInitials: hasInitials(word), isIn: (text) => pattern.test(text) }
}
