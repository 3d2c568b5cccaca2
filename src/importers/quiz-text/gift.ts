import type { Draft } from '#domain/importing/draft.ts'
import type { ContentFault } from '#domain/importing/import-fault.ts'
import type { Place } from '#domain/importing/place.ts'
import { fail, succeed } from '#lib/result.ts'
import type { CategoryPath } from '../moodle/category-path.ts'
import { noCategory, readCategoryPath } from '../moodle/category-path.ts'
import { giftBlocks } from './gift-blocks.ts'
import type { GiftBlock } from './gift-blocks.ts'
import { readGiftQuestion } from './gift-question.ts'
import { giftTokens } from './gift-tokens.ts'
import type { GiftToken } from './gift-tokens.ts'
import { excerpt } from '../lines.ts'
import { draftOf } from '../moodle/moodle-question.ts'
import type { MoodleFormat } from '../moodle/moodle-text.ts'
import type { DraftsResult } from '../reading.ts'

/** Answers in braces, a question's title in double colons, or a category. */
export function isGift(text: string): boolean {
  return (
    /(?<!\\)\{\s*(?:[=~]|#[\d\s=%.+-]|(?:TRUE|FALSE|T|F)\s*[#}])/.test(text) ||
    (/^[ \t]*(?:\$CATEGORY:|::[^\n{}]*::)/m.test(text) && text.includes('{'))
  )
}

/**
 * Reads questions to choose from and of true or false in Moodle's GIFT format (https://docs.moodle.org/en/GIFT_format), by the rules
 * of Moodle's own importer. Questions are parted by blank lines, and places are lines.
 *
 * Faults of questions: `syntax` for braces that are not one pair, `unsupportedKind` for kinds without options. The file's: `empty`
 * for no question at all, `unknownFormat` where nothing has any braces.
 */
export function readGift(text: string): DraftsResult {
  const drafts: Draft[] = []
  const faults: ContentFault[] = []
  let category = noCategory
  for (const block of giftBlocks(text)) {
    if (block.category !== null) category = readCategoryPath(block.category)
    if (block.lines.length === 0) continue
    const read = readBlock(block, category)
    if ('kind' in read) faults.push(read)
    else drafts.push(read)
  }
  if (drafts.length === 0 && faults.length === 0) return fail({ kind: 'empty', place: null, detail: '' })
  if (drafts.length === 0 && faults.every(({ detail }) => detail === 'description'))
    return fail({ kind: 'unknownFormat', place: null, detail: excerpt(text.trimStart()) })
  return succeed({ kind: 'drafts', drafts, faults })
}

function readBlock(block: GiftBlock, category: CategoryPath): Draft | ContentFault {
  const text = block.lines.map((line) => line.text).join('\n')
  const tokens = withoutTitle(giftTokens(text))
  const place = placeOf(tokens, text, block)
  const question = readGiftQuestion(tokens, usualFormat(text))
  return question.ok
    ? draftOf({ ...question.value, place, category, id: block.id, tags: block.tags })
    : { ...question.failure, place, detail: excerpt(question.failure.detail.trim()) }
}

/** `::title::` before the question; colons that are never closed are text. */
function withoutTitle(tokens: readonly GiftToken[]): readonly GiftToken[] {
  if (tokens[0]?.mark !== '::') return tokens
  const end = tokens.findIndex(({ mark }, index) => index > 0 && mark === '::')
  return end === -1 ? tokens : tokens.slice(end + 1)
}

/** The line in which the question begins. */
function placeOf(tokens: readonly GiftToken[], text: string, { lines }: GiftBlock): Place {
  const first = tokens.find((token) => token.text.trim() !== '')
  const begin = first === undefined ? 0 : first.at + first.text.search(/\S/)
  const index = text.slice(0, begin).split('\n').length - 1
  return { unit: 'line', at: lines[index]?.number ?? 1 }
}

/**
 * Moodle takes a text that does not say its format for HTML with line breaks. People write `Na<K` and mean it: without anything
 * that is plainly a tag or an entity it is plain.
 */
function usualFormat(text: string): MoodleFormat {
  return /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});/i.test(text)
    ? 'moodle'
    : 'plain'
}
