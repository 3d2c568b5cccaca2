/** What has a meaning of its own in GIFT unless a backslash stands before it. */
export type GiftMark = '{' | '}' | '=' | '~' | '#' | '####' | '::' | '->'

export interface GiftToken {
  /** Null for text. */
  readonly mark: GiftMark | null
  /** What was meant, without backslashes; of a mark, what stands there where it marks nothing. */
  readonly text: string
  /** Where in the text it begins. */
  readonly at: number
}

const marks: ReadonlyMap<string, GiftMark> = new Map(
  (['{', '}', '=', '~', '#', '####', '::', '->'] as const).map((mark) => [mark, mark]),
)

/**
 * The marks and the texts between them. As in Moodle, `\~ \= \# \{ \} \: \\` are the letter after the backslash and `\n` is a line
 * break; any other backslash is one. Of a row of `#`, the last four introduce the general feedback.
 */
export function giftTokens(text: string): readonly GiftToken[] {
  const pattern = /\\[\\~=#{}:n]|#(?=#{4})|#{4}(?!#)|[#{}=~]|::|->|[^\\#{}=~:-]+|[\\:-]/g
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => {
    const isEscape = found.length === 2 && found.startsWith('\\')
    return { mark: marks.get(found) ?? null, text: isEscape ? unescaped(found) : found, at: index }
  })
}

/** The text that tokens stand for, marks among them read as letters. */
export function textOf(tokens: readonly GiftToken[]): string {
  return tokens.map(({ text }) => text).join('')
}

/** Tokens before, between and after the tokens at which they are cut. */
export function splitTokens(
  tokens: readonly GiftToken[],
  isCut: (token: GiftToken) => boolean,
  mostCuts = Infinity,
): readonly (readonly GiftToken[])[] {
  const parts: GiftToken[][] = [[]]
  for (const token of tokens) {
    if (parts.length <= mostCuts && isCut(token)) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
}

function unescaped(escape: string): string {
  return escape === '\\n' ? '\n' : escape.slice(1)
}
