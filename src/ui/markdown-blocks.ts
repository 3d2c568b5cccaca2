/**
 * Cuts a markdown text into pieces that read the same alone, so that a growing text is parsed again only in its last
 * piece. It cuts at a blank line outside code and formulas, where the next line stands at the margin and opens no list
 * item; a text with link definitions stays whole, because they reach across pieces.
 */
export function splitBlocks(text: string): readonly string[] {
  if (/^ {0,3}\[[^\]]+\]:/m.test(text)) return [text]
  const blocks: string[][] = [[]]
  let fence: string | null = null
  let isAfterBlank = false
  for (const line of text.split('\n')) {
    if (fence === null && isAfterBlank && startsBlock(line)) blocks.push([])
    blocks.at(-1)?.push(line)
    isAfterBlank = line.trim() === ''
    fence = fenceAfter(line, fence)
  }
  return blocks.map((lines) => lines.join('\n'))
}

const listItem = /^([-*+]|\d{1,9}[.)])(\s|$)/

function startsBlock(line: string): boolean {
  return /^\S/.test(line) && !listItem.test(line)
}

/** The fence that is open after a line: of code, or of a formula on lines of its own. */
function fenceAfter(line: string, open: string | null): string | null {
  const mark = /^\s*(`{3,}|~{3,}|\${2,})(.*)$/.exec(line)
  if (mark === null) return open
  const [, sign = '', rest = ''] = mark
  if (open === null) return sign.startsWith('~') || !rest.includes(sign.charAt(0)) ? sign : null
  return sign.startsWith(open) && rest.trim() === '' ? null : open
}

/** The level of the highest heading in a text; 1 when there is none. */
export function highestHeading(text: string): number {
  const levels = Array.from(text.matchAll(/^ {0,3}(#{1,6})\s/gm), (match) => (match[1] ?? '').length)
  return levels.length === 0 ? 1 : Math.min(...levels)
}
