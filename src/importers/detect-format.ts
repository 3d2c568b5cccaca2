import type { ImportFormat } from '#domain/importing/import-format.ts'
import { isAiken } from './quiz-text/aiken.ts'
import { isAnkiText } from './anki/anki-text.ts'
import { isGift } from './quiz-text/gift.ts'
import { isMoodleXml } from './moodle/moodle-xml.ts'

/**
 * What a text file is, by what stands in it: names lie, and `.txt` is all of them. Null for none of them. A table is the last
 * resort, since any text with commas looks like one, and then the name has to speak for it.
 */
export function detectTextFormat(text: string, fileName: string): ImportFormat | null {
  const start = text.slice(0, 4000).trimStart()
  if (/^[{[]/.test(start)) return /"format"\s*:\s*"munjin-bank"/.test(start) ? 'bank' : 'json'
  if (isMoodleXml(text)) return 'moodleXml'
  if (isAnkiText(text)) return 'ankiText'
  if (isGift(text)) return 'gift'
  if (isAiken(text)) return 'aiken'
  const firstLine = start.split(/\r?\n|\r/, 1)[0] ?? ''
  return /\.(?:csv|tsv|tab)$/i.test(fileName) || /[,;\t|]/.test(firstLine) ? 'delimited' : null
}
