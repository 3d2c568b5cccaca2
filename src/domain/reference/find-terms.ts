import type { GlossaryTerm } from './glossary.ts'

/** A part of a text: a term that the glossary knows, or what stands between two of them. Joined they are the text. */
export type TextPiece =
  | { readonly kind: 'plain'; readonly text: string }
  | {
      readonly kind: 'term'
      readonly text: string
      /** Its first name in the other language. */
      readonly other: string
      readonly otherLanguage: 'ko' | 'en'
    }

/** Finds the terms of a glossary in a text. Made once for a glossary. */
export type FindTerms = (text: string) => readonly TextPiece[]

/**
 * The leftmost term, and of those that begin at one place the longest, in a time that grows with the text. A term is not found
 * within a longer word: a Latin one stands by itself, a short Korean word (천식, 혈전) has nothing before it and at most a particle
 * behind it, and a longer one, of which Korean makes compounds (좌측기흉), is not found behind a syllable that turns it round
 * (비소세포폐암). Abbreviations are found as they are written, everything else in small letters and capitals.
 */
export function termFinder(terms: readonly GlossaryTerm[]): FindTerms {
  const root = trieOf(terms)
  return (text) => {
    const lower = Array.from({ length: text.length }, (_, at) => lowered(text[at] ?? '')).join('')
    const pieces: TextPiece[] = []
    let plainFrom = 0
    for (let at = 0; at < text.length;) {
      const found = longestAt(root, text, lower, at)
      if (found === null) {
        at += 1
        continue
      }
      if (plainFrom < at) pieces.push({ kind: 'plain', text: text.slice(plainFrom, at) })
      const { other, otherLanguage } = found.name
      pieces.push({ kind: 'term', text: text.slice(at, found.end), other, otherLanguage })
      at = found.end
      plainFrom = at
    }
    if (plainFrom < text.length) pieces.push({ kind: 'plain', text: text.slice(plainFrom) })
    return pieces
  }
}

interface Name {
  readonly name: string
  readonly other: string
  readonly otherLanguage: 'ko' | 'en'
}

interface Node {
  readonly next: Map<string, Node>
  /** The names that end here; several where they differ in capitals. */
  readonly names: Name[]
}

function trieOf(terms: readonly GlossaryTerm[]): Node {
  const root: Node = { next: new Map(), names: [] }
  for (const { ko, en } of terms) {
    for (const name of ko) plant(root, { name, other: en[0] ?? '', otherLanguage: 'en' })
    for (const name of en) plant(root, { name, other: ko[0] ?? '', otherLanguage: 'ko' })
  }
  return root
}

function plant(root: Node, name: Name): void {
  if (name.name === '' || name.other === '') return
  let node = root
  for (const letter of name.name.split('').map(lowered)) {
    const next = node.next.get(letter) ?? { next: new Map(), names: [] }
    node.next.set(letter, next)
    node = next
  }
  node.names.push(name)
}

interface Found {
  readonly name: Name
  readonly end: number
}

function longestAt(root: Node, text: string, lower: string, start: number): Found | null {
  let longest: Found | null = null
  let node: Node | undefined = root
  for (let at = start; at < lower.length; at += 1) {
    node = node.next.get(lower[at] ?? '')
    if (node === undefined) return longest
    const end = at + 1
    const name = node.names.find((known) => isTermAt(known.name, text, start, end))
    if (name !== undefined) longest = { name, end }
  }
  return longest
}

function isTermAt(name: string, text: string, start: number, end: number): boolean {
  if (isAbbreviation(name) && text.slice(start, end) !== name) return false
  const [before, behind] = [text[start - 1] ?? '', text[end] ?? '']
  const words = name.split(' ')
  const [first = '', last = ''] = [words[0], words.at(-1)]
  if (isLatin(first[0] ?? '') && (isLatin(before) || (isJoiner(before) && isLatin(text[start - 2] ?? '')))) return false
  if (isLatin(last.at(-1) ?? '') && (isLatin(behind) || (isJoiner(behind) && isLatin(text[end + 1] ?? ''))))
    return false
  if (isShort(first) && isHangul(before)) return false
  if (isShort(last) && !particle.test(text.slice(end, end + longestParticle + 1))) return false
  return !isHangul(first[0] ?? '') || before === '' || !turning.includes(before)
}

/** A Korean word of two syllables at most, as which many a longer word begins or ends. */
const isShort = (word: string): boolean => /^[가-힣]{1,2}$/.test(word)

/** Two capitals in one word, as in CHF, AFib and NSAIDs. */
function isAbbreviation(name: string): boolean {
  return !name.includes(' ') && /\p{Lu}.*\p{Lu}/u.test(name)
}

const isHangul = (letter: string): boolean => /[가-힣]/.test(letter)
/** Letters and digits that words are made of where they stand between blanks. */
const isLatin = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter) && !isHangul(letter)
const isJoiner = (letter: string): boolean => /[-‐‑'’]/.test(letter)

/** Not, without, against, beside: in front of a term they make it another. */
const turning = '비무불미항부'

const longestParticle = 4
/** The rest of a word behind a noun: nothing, or a particle, or a form of 이다. */
const particle =
  /^(?:[은는이가을를의에와과도로만]|으로|에서|에게|까지|부터|이나|이며|이고|이다|처럼|보다|에는|에도|과의|와의|으로는|에서는|으로서|입니다|이었다|이므로|인|인데|인가)?(?![가-힣])/

/** As terms are compared: in small letters, with the plain apostrophe and hyphen; always as long as it was. */
function lowered(letter: string): string {
  if (letter === '’') return "'"
  if (letter === '‐' || letter === '‑') return '-'
  const small = letter.toLowerCase()
  return small.length === letter.length ? small : letter
}
