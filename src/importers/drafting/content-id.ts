/**
 * A name for a text that is the same wherever and whenever it is imported, so that a student's results stay with it: 32 bits of
 * FNV-1a over the text and 32 over its reverse, in base 36. Not for secrets, and two texts can share one, though hardly.
 */
export function contentId(text: string): string {
  let forth = fnvOffset
  let back = fnvOffset
  for (let at = 0; at < text.length; at += 1) {
    forth = Math.imul(forth ^ text.charCodeAt(at), fnvPrime)
    back = Math.imul(back ^ text.charCodeAt(text.length - 1 - at), fnvPrime)
  }
  return [forth, back].map((hash) => (hash >>> 0).toString(36).padStart(7, '0')).join('')
}

// http://www.isthe.com/chongo/tech/comp/fnv/, 32 bits; taken over UTF-16 units instead of bytes.
const fnvOffset = 0x811c9dc5
const fnvPrime = 0x01000193
