import type { Question } from './question.ts'

/**
 * The same for two questions that ask the same: the words of the question and of its options, in any order, without case, spaces
 * and marks. Rationales, key and source do not count.
 */
export function duplicateKey({ stem, leadIn, options }: Pick<Question, 'stem' | 'leadIn' | 'options'>): string {
  const texts = options.map(({ text }) => bare(text)).sort()
  return [bare(`${stem} ${leadIn}`), ...texts].join('\n')
}

/** What tells no two questions apart. A point within a number does, and so do the signs of a value. */
const notAWord = /[^\p{L}\p{N}.<>+\-%/]|(?<!\d)\.|\.(?!\d)/gu

function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(notAWord, '')
}
