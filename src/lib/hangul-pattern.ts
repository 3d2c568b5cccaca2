// Syllables stand in Unicode in the order of their sounds: 가 + (onset × 21 + vowel) × 28 + coda.
// https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G24646
const firstSyllable = 0xac00
const vowelCount = 21
const codaCount = 28
const onsets = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
/** The n-th coda; the first is none. */
const codas = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'

/** Codas that are typed as two consonants. */
const pairs: Readonly<Record<string, string>> = {
  ...{
    ㄳ: 'ㄱㅅ',
    ㄵ: 'ㄴㅈ',
    ㄶ: 'ㄴㅎ',
    ㄺ: 'ㄹㄱ',
    ㄻ: 'ㄹㅁ',
    ㄼ: 'ㄹㅂ',
    ㄽ: 'ㄹㅅ',
    ㄾ: 'ㄹㅌ',
    ㄿ: 'ㄹㅍ',
    ㅀ: 'ㄹㅎ',
  },
  ㅄ: 'ㅂㅅ',
}

/** The last vowel that begins as ㅗ, ㅜ and ㅡ do, by their places among the vowels: 호 becomes 화, 홰 or 회. */
const lastVowelFrom: Readonly<Record<number, number>> = { 8: 11, 13: 16, 18: 19 }

/** Whether syllables of a word, two or more on end, are said by their initial consonants only. */
export function hasInitials(word: string): boolean {
  return /[ㄱ-ㅎ]{2}/u.test(unpaired(word))
}

/**
 * The source of a regular expression for a word with Hangul in it. A consonant by itself is any syllable that begins with it. With
 * `isOpen` the last syllable may still be growing: 혀 is also found in 혈, and 혈샋, on the way to 혈색소, in 혈색소.
 */
export function hangulPattern(word: string, isOpen: boolean): string {
  const letters = Array.from(unpaired(word))
  return letters
    .map((letter, index) => {
      if (onsets.includes(letter)) return beginningWith(letter)
      return isOpen && index === letters.length - 1 && isSyllable(letter) ? growing(letter) : escaped(letter)
    })
    .join('')
}

/** UTF-16 units from the first to the last, both included. */
export type Range = readonly [first: number, last: number]

/**
 * What a text must have so that a word can be in it: of each of these, a unit in one of the ranges. Quicker to look up than the
 * pattern is to find, and never less than it.
 */
export function unitsOf(word: string, isOpen: boolean): readonly (readonly Range[])[] {
  const units = unpaired(word).split('')
  return units.map((unit, index) => {
    const code = unit.charCodeAt(0)
    if (onsets.includes(unit)) return [[code, code], syllablesFrom(unit)]
    const grows = isOpen && index === units.length - 1 && isSyllable(unit)
    return [grows ? growthOf(unit) : [code, code]]
  })
}

function isSyllable(letter: string): boolean {
  return /[가-힣]/.test(letter)
}

function unpaired(word: string): string {
  return word.replace(/[ㄱ-ㅎ]/gu, (letter) => pairs[letter] ?? letter)
}

function growing(syllable: string): string {
  const coda = (syllable.charCodeAt(0) - firstSyllable) % codaCount
  const [first, last] = growthOf(syllable)
  if (coda === 0) return `[${String.fromCharCode(first)}-${String.fromCharCode(last)}]`
  // What is its coda now may become the beginning of the next syllable, all of it or its second half.
  const [kept = '', moved = ''] = pairs[codas[coda] ?? ''] ?? ` ${codas[coda] ?? ''}`
  const withCoda = (next: string): string => String.fromCharCode(first + codas.indexOf(next))
  const richer = Object.keys(pairs).filter((pair) => pairs[pair]?.[0] === codas[coda])
  const same = [syllable, ...richer.map(withCoda)].join('')
  return `(?:[${same}]|${withCoda(kept)}${beginningWith(moved)})`
}

/** What a syllable can become, any coda included; vowels too where it has no coda yet. */
function growthOf(syllable: string): Range {
  const place = syllable.charCodeAt(0) - firstSyllable
  const coda = place % codaCount
  const vowel = ((place - coda) / codaCount) % vowelCount
  const lastVowel = coda === 0 ? (lastVowelFrom[vowel] ?? vowel) : vowel
  const first = firstSyllable + place - coda
  return [first, first + (lastVowel - vowel + 1) * codaCount - 1]
}

/** Any syllable with this onset, and the consonant itself. */
function beginningWith(onset: string): string {
  const [first, last] = syllablesFrom(onset)
  return `[${onset}${String.fromCharCode(first)}-${String.fromCharCode(last)}]`
}

function syllablesFrom(onset: string): Range {
  const first = firstSyllable + onsets.indexOf(onset) * vowelCount * codaCount
  return [first, first + vowelCount * codaCount - 1]
}

function escaped(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/u, '\\$&')
}
