/**
 * A text without what nobody can see: control characters (line feed and tab aside), half surrogates, byte order marks, and the
 * marks that turn the direction of a text around or hide in the middle of a word. Whatever else ends a line becomes a line feed.
 */
export function withoutControls(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}|[\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
}

/**
 * Unicode NFC. Composing sorts the marks on a letter, in a time that grows with the square of their number; as in the stream-safe
 * format of Unicode (UAX #15), a letter keeps at most 30.
 */
export function composed(text: string): string {
  return text.replace(/(\p{M}{30})\p{M}+/gu, '$1').normalize('NFC')
}
