import { linesOf, withPlainBreaks } from '../lines.ts'
import type { Line } from '../lines.ts'

/** What stands between two blank lines of a GIFT file: a question, or nothing but a category. */
export interface GiftBlock {
  /** Without blanks around them; comments and categories are not among them. */
  readonly lines: readonly Pick<Line, 'number' | 'text'>[]
  /** The path that this block sets for its question and those after it. */
  readonly category: string | null
  /** What the comments above the question say of it. */
  readonly id: string | null
  readonly tags: readonly string[]
}

const categoryMark = '$CATEGORY:'

/** The blocks of a file, one at a time. Blocks of nothing but comments are passed over. */
export function* giftBlocks(text: string): Generator<GiftBlock> {
  let lines: { readonly number: number; readonly text: string }[] = []
  let comments: string[] = []
  let category: string | null = null
  function* endBlock(): Generator<GiftBlock> {
    const id = comments.flatMap((comment) => labelled(comment, '[id:'))[0] ?? null
    const tags = comments.flatMap((comment) => labelled(comment, '[tag:'))
    if (lines.length > 0 || category !== null) yield { lines, category, id, tags }
    lines = []
    comments = []
    category = null
  }
  for (const { number, text: line } of linesOf(withPlainBreaks(text))) {
    const words = line.trim()
    if (words === '') yield* endBlock()
    else if (words.startsWith('//')) comments.push(words)
    else if (words.startsWith(categoryMark)) {
      if (lines.length > 0) yield* endBlock()
      category = words.slice(categoryMark.length).trim()
    } else lines.push({ number, text: words })
  }
  yield* endBlock()
}

/** What a comment says between a mark and the next `]`; within it, `\]` is a bracket. */
function labelled(comment: string, mark: string): readonly string[] {
  const found: string[] = []
  for (let at = comment.indexOf(mark); at !== -1; at = comment.indexOf(mark, at)) {
    const begin = at + mark.length
    const end = comment.slice(begin).search(/(?<!\\)\]/)
    if (end === -1) break
    const label = comment
      .slice(begin, begin + end)
      .replaceAll('\\]', ']')
      .trim()
    if (label !== '') found.push(label)
    at = begin + end
  }
  return found
}
