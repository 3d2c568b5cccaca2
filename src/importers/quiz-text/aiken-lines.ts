/** What a line of an Aiken file can be by its look. */
export type AikenLine =
  | { readonly kind: 'blank' }
  | { readonly kind: 'option'; readonly index: number; readonly text: string }
  /** `key` is as it is written. */
  | { readonly kind: 'answer'; readonly key: string }
  | { readonly kind: 'explanation'; readonly text: string }
  | { readonly kind: 'text' }

/** An option's letter counts only where it is its turn: "E. coli" begins a sentence. */
export function aikenLine(line: string): AikenLine {
  const words = line.trim()
  if (words === '') return { kind: 'blank' }
  const named = /^(ANSWER|EXPLANATION|FEEDBACK)[ \t]*[:：]/i.exec(words)
  const rest = words.slice(named?.[0].length ?? 0).trim()
  if (named !== null) {
    return named[1]?.toUpperCase() === 'ANSWER' ? { kind: 'answer', key: rest } : { kind: 'explanation', text: rest }
  }
  const option = /^([A-O])[.)](?:\s+|$)/.exec(words)
  return option === null
    ? { kind: 'text' }
    : { kind: 'option', index: indexOf(option[1] ?? 'A'), text: words.slice(option[0].length) }
}

/**
 * The options that a key names, counted from 0: `C`, `A, C`, `A and C`, `AC`, `C. text of the option`. Null where it is anything
 * else.
 */
export function aikenKey(key: string): readonly number[] | null {
  const short = key.slice(0, longestKey)
  const isList = /^[A-O](?:(?:\s*[,;&/]\s*|\s+and\s+|\s+)[A-O])*\.?$/.test(short)
  // In order, or it is a word: COLD.
  const isRun = /^[A-O]{2,15}$/.test(short) && short === Array.from(short).sort().join('')
  if (isList || isRun) return inOrder(short.replace(/[^A-O]/g, ''))
  if (/^[a-o]$/.test(short)) return inOrder(short.toUpperCase())
  const first = /^\(?([A-O])(?![\p{L}\p{N}])/u.exec(short)
  return first === null ? null : inOrder(first[1] ?? '')
}

/** No key is longer, were it to name every option. */
const longestKey = 100

function inOrder(letters: string): readonly number[] {
  return [...new Set(letters)].map(indexOf).sort((a, b) => a - b)
}

function indexOf(letter: string): number {
  return letter.charCodeAt(0) - 'A'.charCodeAt(0)
}
