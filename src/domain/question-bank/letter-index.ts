import type { Range } from '#lib/hangul-pattern.ts'

/** Knows of many texts which letters they have. */
export interface LetterIndex {
  /** Which texts, by their places, have a letter of each of these choices. */
  having(choices: readonly (readonly Range[])[]): (place: number) => boolean
}

const bitsInUnit = 32

/** A bit for each text and each letter (UTF-16 unit) that occurs in any: ten thousand questions take a few megabytes. */
export function indexLetters(texts: readonly string[]): LetterIndex {
  const length = Math.ceil(texts.length / bitsInUnit)
  const byLetter = new Map<number, Uint32Array>()
  /** The text in which a letter was met last, counted from 1: each letter of a text is put down once. */
  const lastMet = new Uint32Array(0x10000)
  texts.forEach((text, place) => {
    for (let at = 0; at < text.length; at += 1) {
      const letter = text.charCodeAt(at)
      if (lastMet[letter] === place + 1) continue
      lastMet[letter] = place + 1
      let bits = byLetter.get(letter)
      if (bits === undefined) byLetter.set(letter, (bits = new Uint32Array(length)))
      bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31))
    }
  })

  function anyOf(choice: readonly Range[]): Uint32Array {
    const found = new Uint32Array(length)
    for (const [first, last] of choice) {
      for (let letter = first; letter <= last; letter += 1) {
        byLetter.get(letter)?.forEach((bits, unit) => (found[unit] = (found[unit] ?? 0) | bits))
      }
    }
    return found
  }

  return {
    having(choices) {
      const all = choices.map(anyOf)
      return (place) => all.every((bits) => ((bits[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0)
    },
  }
}
